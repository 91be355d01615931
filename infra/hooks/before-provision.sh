#!/bin/sh
# Prepares what the template cannot: a deployment registers the providers of its resources, but the app's subnet is
# delegated to Microsoft.App, of which it has none; and the scheduler's backend must be built into the app.
set -eu

project="${CHECKOUT_PROJECT:-$(dirname "$0")/../../src/CheckoutFunctions/CheckoutFunctions.csproj}"

if [ "${CHECKOUT_DURABLE_TASK_SCHEDULER:-false}" = true ] && ! grep -q 'DurableTask.AzureManaged' "$project"; then
  echo "CHECKOUT_DURABLE_TASK_SCHEDULER needs its package in src/CheckoutFunctions: docs/deployment.md, Durable Task Scheduler." >&2
  exit 1
fi

if [ "${CHECKOUT_PRIVATE_NETWORK:-false}" = true ]; then
  state=$(az provider show --namespace Microsoft.App --subscription "$AZURE_SUBSCRIPTION_ID" --query registrationState --output tsv)
  if [ "$state" != Registered ]; then
    echo "Registering Microsoft.App in the subscription; this takes a minute or two."
    az provider register --namespace Microsoft.App --subscription "$AZURE_SUBSCRIPTION_ID" --wait
  fi
fi
