# The Windows twin of load-shop.sh: loads samples/shop.json and samples/products.json when the deployment has no shop of
# that identifier yet.
# The API token stays inside this process.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

foreach ($name in 'CHECKOUT_BASE_URL', 'CHECKOUT_SHOP_IDENTIFIER', 'AZURE_KEY_VAULT_NAME') {
    if (-not (Get-Item "Env:$name" -ErrorAction SilentlyContinue)) { throw "$name is not set: run by azd, which sets it from the outputs of infra/main.bicep" }
}

# What samples/shop.json holds: SHA-256 of demo-api-token, which everybody knows and Azure must not accept.
$demoHash = '9477b34a9c255f76f79d282640e9f9d02f1b32a370408fdac63538ce33a788ed'
# The identifier of the sample; a deployment may give its shop another.
$sampleShop = 'zp3oafdor9'
if ($env:CHECKOUT_SHOP_IDENTIFIER -cnotmatch '^[a-z0-9]+$') {
    throw "CHECKOUT_SHOP_IDENTIFIER must be lower-case letters and digits, not $($env:CHECKOUT_SHOP_IDENTIFIER)"
}
$base = $env:CHECKOUT_BASE_URL
$settings = "$base/checkout/shop/$($env:CHECKOUT_SHOP_IDENTIFIER)/settings"
$products = "$base/checkout/shop/$($env:CHECKOUT_SHOP_IDENTIFIER)/products"
$samples = Join-Path $PSScriptRoot '../../samples'
$tries = 30

if ($env:CHECKOUT_PRIVATE_NETWORK -eq 'true' -and $env:CHECKOUT_INSIDE_NETWORK -ne 'true') {
    Write-Output 'Key Vault answers only inside the virtual network, so no shop was loaded from here.'
    Write-Output 'Run infra/hooks/load-shop.ps1 from a machine in it: docs/deployment.md, Private network.'
    exit 0
}

# A role just granted can take minutes to be known everywhere.
for ($n = 0; ; $n++) {
    $token = az keyvault secret show --vault-name $env:AZURE_KEY_VAULT_NAME --name api-token --query value --output tsv
    if ($LASTEXITCODE -eq 0) { break }
    if ($n -ge $tries) { throw "Secret api-token of vault $($env:AZURE_KEY_VAULT_NAME) cannot be read: is AZURE_PRINCIPAL_ID the one signed in to az?" }
    Start-Sleep -Seconds 10
}

for ($n = 0; ; $n++) {
    $ready = try { (Invoke-WebRequest "$base/health/ready" -SkipHttpErrorCheck -TimeoutSec 60).StatusCode } catch { 0 }
    if ($ready -eq 200) { break }
    if ($n -ge $tries) { throw "$base/health/ready is not 200: see docs/deployment.md, When it does not start." }
    Start-Sleep -Seconds 10
}

$headers = @{ Authorization = "Bearer $token" }
$found = Invoke-WebRequest $settings -Headers $headers -SkipHttpErrorCheck -TimeoutSec 60
if ($found.StatusCode -eq 200) {
    Write-Output "Shop $($env:CHECKOUT_SHOP_IDENTIFIER) exists and stays as it is."
}
elseif ($found.StatusCode -eq 404) {
    $bytes = [System.Security.Cryptography.SHA256]::HashData([System.Text.Encoding]::UTF8.GetBytes($token))
    $tokenHash = [System.Convert]::ToHexString($bytes).ToLowerInvariant()
    $shop = (Get-Content -Raw (Join-Path $samples 'shop.json')).Replace($demoHash, $tokenHash).Replace($sampleShop, $env:CHECKOUT_SHOP_IDENTIFIER)
    if (-not $shop.Contains($tokenHash)) { throw 'samples/shop.json does not hold the hash of demo-api-token, so the token of this deployment has no place in it.' }
    $headers['If-None-Match'] = '*'
    $put = Invoke-WebRequest $settings -Method Put -Headers $headers -ContentType 'application/json' -Body $shop -SkipHttpErrorCheck -TimeoutSec 60
    if ($put.StatusCode -ge 300) { throw "PUT $settings answered $($put.StatusCode): $($put.Content)" }
    $headers.Remove('If-None-Match')
    $put = Invoke-WebRequest $products -Method Put -Headers $headers -ContentType 'application/json' -Body (Get-Content -Raw (Join-Path $samples 'products.json')) -SkipHttpErrorCheck -TimeoutSec 60
    if ($put.StatusCode -ge 300) { throw "PUT $products answered $($put.StatusCode): $($put.Content)" }
    Write-Output "Shop $($env:CHECKOUT_SHOP_IDENTIFIER) was loaded from samples/shop.json, with the products of samples/products.json."
}
else {
    throw "GET $settings answered $($found.StatusCode): $($found.Content)"
}

Write-Output "Base URL:  $base"
Write-Output "Shop:      $($env:CHECKOUT_SHOP_IDENTIFIER)"
Write-Output "API token: az keyvault secret show --vault-name $($env:AZURE_KEY_VAULT_NAME) --name api-token --query value --output tsv"
