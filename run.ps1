#!/usr/bin/env pwsh
# Starts the checkout on this machine, as ./run does: Azurite with its data under .data, the demo shop, and the API on loopback.
# Needs PowerShell 7.4, the .NET 10 SDK and Node.js 20. Usage: ./run.ps1 [-Port N]
[CmdletBinding()]
param([ValidateRange(1, 65535)][int] $Port = 7071)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false
Set-Location $PSScriptRoot

$data = Join-Path $PSScriptRoot '.data'
$app = Join-Path $data 'app'

function Stop-Here([string] $text) {
    [Console]::Error.WriteLine("run: $text")
    exit 1
}

function Test-Listening([int] $number) {
    $client = [System.Net.Sockets.TcpClient]::new()
    try { $client.ConnectAsync('127.0.0.1', $number).Wait(500) -and $client.Connected }
    catch { $false }
    finally { $client.Dispose() }
}

function Get-FreePort {
    $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
    $listener.Start()
    try { $listener.LocalEndpoint.Port } finally { $listener.Stop() }
}

# A process with its output in two files, so that nothing waits for someone to read it; given no file, it writes to this console.
function Start-Program([string] $program, [string[]] $parameters, [string] $log) {
    $start = @{ FilePath = $program; ArgumentList = $parameters.ForEach({ '"{0}"' -f $_ }); PassThru = $true; NoNewWindow = $true }
    if ($log) { $start += @{ RedirectStandardOutput = $log; RedirectStandardError = "$log.err" } }
    Start-Process @start
}

function Wait-Listening([int] $number, [System.Diagnostics.Process] $process, [int] $seconds) {
    $until = [DateTime]::UtcNow.AddSeconds($seconds)
    while (-not (Test-Listening $number)) {
        if ($process.HasExited -or [DateTime]::UtcNow -gt $until) { return $false }
        Start-Sleep -Milliseconds 100
    }
    $true
}

function Stop-Program([System.Diagnostics.Process] $process) {
    if ($process -and -not $process.HasExited) {
        $process.Kill($true)
        $process.WaitForExit()
    }
}

foreach ($tool in 'dotnet', 'node', 'npm') {
    if (-not (Get-Command $tool -ErrorAction SilentlyContinue)) { Stop-Here "$tool is missing: install the .NET 10 SDK and Node.js 20." }
}
if (Test-Listening $Port) { Stop-Here "port $Port is in use; choose another with ./run.ps1 -Port N." }

New-Item -ItemType Directory -Force $data | Out-Null
$azuriteMain = node tools/azurite/install.mjs
if ($LASTEXITCODE -ne 0) { Stop-Here 'Azurite could not be installed.' }

# A fresh key for each clone: tokens signed here are worth nothing elsewhere.
if (-not (Test-Path local.settings.json)) {
    $key = [Convert]::ToBase64String([System.Security.Cryptography.RandomNumberGenerator]::GetBytes(48)).Replace('+', '-').Replace('/', '_')
    (Get-Content -Raw local.settings.sample.json).Replace('replace-me-with-64-random-characters', $key) | Set-Content -NoNewline local.settings.json
}

# Only what changed since is built again.
$built = Join-Path $data 'built'
$since = if (Test-Path $built) { (Get-Item $built).LastWriteTimeUtc } else { [DateTime]::MinValue }
$changed = Get-ChildItem src, Directory.Build.props, Directory.Packages.props, global.json, .editorconfig -Recurse -File -Force |
    Where-Object { $_.LastWriteTimeUtc -gt $since -and $_.FullName -notmatch '[\\/](bin|obj)[\\/]' } | Select-Object -First 1
if ($changed) {
    Write-Output 'Building …'
    $begun = [DateTime]::UtcNow
    dotnet publish src/CheckoutLocal --configuration Release --output $app --nologo --verbosity quiet `
        -nodeReuse:false -p:UseSharedCompilation=false -p:RunAnalyzers=false
    if ($LASTEXITCODE -ne 0) { Stop-Here 'the build failed.' }
    New-Item -ItemType File -Force $built | Out-Null
    (Get-Item $built).LastWriteTimeUtc = $begun
}

# What samples/storefront/build does.
$script = 'samples/storefront/site/vendor/checkout-library.js'
$newest = (Get-Item samples/storefront/package-lock.json, samples/storefront/library.js | Measure-Object LastWriteTimeUtc -Maximum).Maximum
if (-not (Test-Path $script) -or (Get-Item $script).LastWriteTimeUtc -lt $newest) {
    npm ci --prefix samples/storefront --ignore-scripts --no-audit --no-fund --loglevel=error
    if ($LASTEXITCODE -eq 0) { npm run --prefix samples/storefront --silent build }
    if ($LASTEXITCODE -ne 0) { [Console]::Error.WriteLine('run: the demo storefront was not built (npm was not reached); the API works without it.') }
}

$azurite = $null
$checkout = $null
$endpoint = Join-Path $data 'azurite.endpoint'
try {
    # A second run on the same data uses the Azurite that the first one started.
    $azuritePort = 0
    if (Test-Path $endpoint) {
        $processId, $number = (Get-Content -Raw $endpoint).Trim() -split ' '
        if ((Get-Process -Id $processId -ErrorAction SilentlyContinue) -and (Test-Listening $number)) { $azuritePort = [int]$number }
    }
    if ($azuritePort -eq 0) {
        $azuritePort = if (Test-Listening 10002) { Get-FreePort } else { 10002 }
        $log = Join-Path $data 'azurite.log'
        $azurite = Start-Program node @($azuriteMain, '--tableHost', '127.0.0.1', '--tablePort', "$azuritePort", '--location', (Join-Path $data 'storage'),
            '--skipApiVersionCheck', '--disableTelemetry', '--silent') $log
        if (-not (Wait-Listening $azuritePort $azurite 20)) {
            Get-Content $log, "$log.err" -ErrorAction SilentlyContinue | ForEach-Object { [Console]::Error.WriteLine($_) }
            Stop-Here 'Azurite did not start.'
        }
        Set-Content $endpoint "$($azurite.Id) $azuritePort"
    }

    # The account and key that every Azurite has.
    $env:Storage__ConnectionString = 'DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;' +
        'AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;' +
        "TableEndpoint=http://127.0.0.1:$azuritePort/devstoreaccount1;"
    if (-not $env:DOTNET_ENVIRONMENT) { $env:DOTNET_ENVIRONMENT = 'Development' }
    $checkout = Start-Program dotnet @((Join-Path $app 'CheckoutLocal.dll'), '--urls', "http://localhost:$Port",
        "--Local:SettingsFile=$(Join-Path $PSScriptRoot 'local.settings.json')", "--Local:SamplesFolder=$(Join-Path $PSScriptRoot 'samples')") ''
    if (-not (Wait-Listening $Port $checkout 60)) { Stop-Here "the host did not answer on port $Port." }

    Write-Output @"

  Checkout   http://localhost:$Port
  API docs   http://localhost:$Port/docs
  Demo       http://localhost:$Port/demo/
  Shop       zp3oafdor9
  Token      demo-api-token

Create an order:

  curl -s http://localhost:$Port/checkout/orders/zp3oafdor9/create -H 'Authorization: Bearer demo-api-token' -H 'Content-Type: application/json' -d '@samples/create-order.json'

Ctrl-C stops it.
"@
    # Short waits, so that Ctrl-C is seen between them.
    while (-not $checkout.WaitForExit(500)) { }
    exit $checkout.ExitCode
}
finally {
    # The host first: it finishes its calls while storage still answers.
    Stop-Program $checkout
    if ($azurite) {
        Remove-Item $endpoint -ErrorAction SilentlyContinue
        Stop-Program $azurite
    }
}
