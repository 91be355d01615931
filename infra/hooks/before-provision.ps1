# The Windows twin of before-provision.sh: registers Microsoft.App for the private network, and sees that the scheduler's
# backend is built into the app.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

$project = if ($env:CHECKOUT_PROJECT) { $env:CHECKOUT_PROJECT } else { Join-Path $PSScriptRoot '../../src/CheckoutFunctions/CheckoutFunctions.csproj' }

if ($env:CHECKOUT_DURABLE_TASK_SCHEDULER -eq 'true' -and -not (Select-String -Quiet -SimpleMatch 'DurableTask.AzureManaged' $project)) {
    throw 'CHECKOUT_DURABLE_TASK_SCHEDULER needs its package in src/CheckoutFunctions: docs/deployment.md, Durable Task Scheduler.'
}

if ($env:CHECKOUT_PRIVATE_NETWORK -eq 'true') {
    $state = az provider show --namespace Microsoft.App --subscription $env:AZURE_SUBSCRIPTION_ID --query registrationState --output tsv
    if ($state -ne 'Registered') {
        Write-Output 'Registering Microsoft.App in the subscription; this takes a minute or two.'
        az provider register --namespace Microsoft.App --subscription $env:AZURE_SUBSCRIPTION_ID --wait
    }
}
