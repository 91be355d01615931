#!/usr/bin/env pwsh
# Restores, builds and runs every test, as ./test does; the last line is «N passed, N failed», and a line that begins with
# SKIPPED names what was left out. Needs PowerShell 7.4, the .NET 10 SDK and Node.js 20.
# Usage: ./test.ps1 [-Project NAME,…] [-Suite NAME,…]   one or the other alone runs only what it names.
[CmdletBinding()]
param([string[]] $Project, [string[]] $Suite)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false
Set-Location $PSScriptRoot

$env:DOTNET_NOLOGO = 'true'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = 'true'
# Most processes of the tests live for seconds: counting their calls, and mapping code twice, costs more than it brings.
$env:DOTNET_TieredPGO = '0'
$env:DOTNET_EnableWriteXorExecute = '0'
$results = Join-Path $PSScriptRoot '.data/test-results'
$passed = 0
$failed = 0
$skipped = [System.Collections.Generic.List[string]]::new()
$whole = -not $Project -and -not $Suite
# «pwsh -File» hands a list over as one text.
$Project = @($Project | Where-Object { $_ } | ForEach-Object { $_ -split ',' })
$Suite = @($Suite | Where-Object { $_ } | ForEach-Object { $_ -split ',' })

# The one place that ends: the count is the last line.
function Complete-Tests {
    if ($skipped.Count) { Write-Output '' $skipped }
    Write-Output "$passed passed, $failed failed"
    exit [int]($failed -gt 0)
}

function Stop-Tests([string] $text) {
    [Console]::Error.WriteLine($text)
    $script:failed++
    Complete-Tests
}

Remove-Item $results -Recurse -Force -ErrorAction SilentlyContinue
New-Item -ItemType Directory -Force $results | Out-Null

$projects = @(Get-ChildItem tests/*/*.csproj | Where-Object { Select-String -Quiet -SimpleMatch 'Microsoft.NET.Test.Sdk' $_ } |
    Where-Object { $whole -or $Project -contains $_.BaseName })
foreach ($name in $Project) {
    if (@($projects | ForEach-Object BaseName) -notcontains $name) { Stop-Tests "There is no test project $name." }
}
# They run Bicep, sh and az's stand-in, which are Linux programs there.
if (-not $IsLinux -and ($projects | Where-Object BaseName -EQ 'Infrastructure.Tests')) {
    $projects = @($projects | Where-Object BaseName -NE 'Infrastructure.Tests')
    $skipped.Add('SKIPPED Infrastructure.Tests: it runs Linux programs')
}

$targets = if ($whole) { @('CheckoutFunctions.sln') } else { @($projects | ForEach-Object FullName) }
foreach ($target in $targets) {
    dotnet build $target --configuration Release -nodeReuse:false -m:2 -p:UseSharedCompilation=false --verbosity quiet
    if ($LASTEXITCODE -ne 0) { Stop-Tests 'The build failed.' }
}
# The suites drive what was built here.
if ($whole) { $env:CHECKOUT_BUILT = 'true' }
node tools/azurite/install.mjs | Out-Null
if ($LASTEXITCODE -ne 0) { Stop-Tests 'Azurite could not be installed.' }

foreach ($one in $projects) {
    $name = $one.BaseName
    Write-Output $name
    dotnet test $one.FullName --configuration Release --no-build --nologo --verbosity quiet --results-directory $results --logger "trx;LogFileName=$name.trx"
    $status = $LASTEXITCODE
    $file = Join-Path $results "$name.trx"
    if (-not (Test-Path $file)) {
        if ($status -ne 0) {
            [Console]::Error.WriteLine("$name gave no results.")
            $failed++
        }
        continue
    }
    $run = ([xml](Get-Content -Raw $file)).TestRun
    $counters = $run.ResultSummary.Counters
    $bad = [int]$counters.failed + [int]$counters.error + [int]$counters.timeout + [int]$counters.aborted
    if ($bad -eq 0 -and $status -ne 0) { $bad = 1 }
    $passed += [int]$counters.passed
    $failed += $bad
    foreach ($result in $run.Results.ChildNodes) {
        if ($result.outcome -eq 'NotExecuted') { $skipped.Add("SKIPPED ${name}: $($result.testName)") }
    }
}

# A folder under tests/ with a file «run» is a suite of its own, in bash: on Windows that of Git.
$suites = @(Get-ChildItem tests/*/run -File | Where-Object { $whole -or $Suite -contains $_.Directory.Name })
$bash = Get-Command bash -ErrorAction SilentlyContinue
foreach ($one in $suites) {
    $name = $one.Directory.Name
    if (-not $bash) {
        $skipped.Add("SKIPPED ${name}: bash is missing")
        continue
    }
    $lines = @(& $bash.Source "tests/$name/run" 2>&1 | ForEach-Object { "$_" } | Tee-Object -FilePath (Join-Path $results "$name.log"))
    $status = $LASTEXITCODE
    Write-Output $name $lines
    $bad = 0
    if ($lines.Count -gt 0 -and $lines[-1] -match '^(\d+) passed, (\d+) failed') {
        $passed += [int]$Matches[1]
        $bad = [int]$Matches[2]
    }
    elseif ($status -eq 0) { $status = 1 }
    if ($bad -eq 0 -and $status -ne 0) {
        [Console]::Error.WriteLine("$name ended with $status")
        $bad = 1
    }
    $failed += $bad
    $skipped.AddRange([string[]]@($lines | Where-Object { $_ -like 'SKIPPED*' }))
}

Complete-Tests
