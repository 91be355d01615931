#!/bin/sh
# Loads samples/shop.json and samples/products.json when the deployment has no shop of that identifier yet; an existing
# shop is left alone.
# The API token is never on a command line: curl reads it from standard input.
set -eu

: "${CHECKOUT_BASE_URL:?run by azd, which sets it from the outputs of infra/main.bicep}"
: "${CHECKOUT_SHOP_IDENTIFIER:?}"
: "${AZURE_KEY_VAULT_NAME:?}"

# What samples/shop.json holds: SHA-256 of demo-api-token, which everybody knows and Azure must not accept.
demo_hash=9477b34a9c255f76f79d282640e9f9d02f1b32a370408fdac63538ce33a788ed
# The identifier of the sample; a deployment may give its shop another.
sample_shop=zp3oafdor9
settings="$CHECKOUT_BASE_URL/checkout/shop/$CHECKOUT_SHOP_IDENTIFIER/settings"
products="$CHECKOUT_BASE_URL/checkout/shop/$CHECKOUT_SHOP_IDENTIFIER/products"
samples="${CHECKOUT_SAMPLES:-$(dirname "$0")/../../samples}"
tries="${CHECKOUT_TRIES:-30}"
pause="${CHECKOUT_PAUSE:-10}"

case "$CHECKOUT_SHOP_IDENTIFIER" in
*[!a-z0-9]*)
  echo "CHECKOUT_SHOP_IDENTIFIER must be lower-case letters and digits, not $CHECKOUT_SHOP_IDENTIFIER" >&2
  exit 1
  ;;
esac

if [ "${CHECKOUT_PRIVATE_NETWORK:-false}" = true ]; then
  echo "Key Vault answers only inside the virtual network, so no shop was loaded from here."
  echo "Run infra/hooks/load-shop.sh from a machine in it: docs/deployment.md, Private network."
  [ "${CHECKOUT_INSIDE_NETWORK:-false}" = true ] || exit 0
fi

hash() {
  if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -d ' ' -f 1
}

# A role just granted can take minutes to be known everywhere.
n=0
until token=$(az keyvault secret show --vault-name "$AZURE_KEY_VAULT_NAME" --name api-token --query value --output tsv); do
  n=$((n + 1))
  if [ "$n" -ge "$tries" ]; then
    echo "Secret api-token of vault $AZURE_KEY_VAULT_NAME cannot be read: is AZURE_PRINCIPAL_ID the one signed in to az?" >&2
    exit 1
  fi
  sleep "$pause"
done

# Calls the API with the token. Prints the status; the body is in $answer.
call() {
  printf 'header = "Authorization: Bearer %s"\n' "$token" |
    curl --config - --silent --show-error --max-time 60 --output "$answer" --write-out '%{http_code}' "$@"
}

# put <address> <file> [curl options]: the file as the body; any answer but success ends this.
put() {
  address=$1 file=$2
  shift 2
  status=$(call --request PUT --header 'Content-Type: application/json' "$@" --data-binary "@$file" "$address")
  [ "$status" -lt 300 ] && return
  echo "PUT $address answered $status:" >&2
  cat "$answer" >&2
  exit 1
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
answer="$work/answer"

n=0
until [ "$(curl --silent --max-time 60 --output /dev/null --write-out '%{http_code}' "$CHECKOUT_BASE_URL/health/ready")" = 200 ]; do
  n=$((n + 1))
  if [ "$n" -ge "$tries" ]; then
    echo "$CHECKOUT_BASE_URL/health/ready is not 200: see docs/deployment.md, When it does not start." >&2
    exit 1
  fi
  sleep "$pause"
done

status=$(call "$settings")
case "$status" in
200)
  echo "Shop $CHECKOUT_SHOP_IDENTIFIER exists and stays as it is."
  ;;
404)
  token_hash=$(printf %s "$token" | hash)
  sed -e "s/$demo_hash/$token_hash/g" -e "s/$sample_shop/$CHECKOUT_SHOP_IDENTIFIER/g" "$samples/shop.json" >"$work/shop.json"
  if ! grep -q "$token_hash" "$work/shop.json"; then
    echo "samples/shop.json does not hold the hash of demo-api-token, so the token of this deployment has no place in it." >&2
    exit 1
  fi
  put "$settings" "$work/shop.json" --header 'If-None-Match: *'
  put "$products" "$samples/products.json"
  echo "Shop $CHECKOUT_SHOP_IDENTIFIER was loaded from samples/shop.json, with the products of samples/products.json."
  ;;
*)
  echo "GET $settings answered $status:" >&2
  cat "$answer" >&2
  exit 1
  ;;
esac

echo "Base URL:  $CHECKOUT_BASE_URL"
echo "Shop:      $CHECKOUT_SHOP_IDENTIFIER"
echo "API token: az keyvault secret show --vault-name $AZURE_KEY_VAULT_NAME --name api-token --query value --output tsv"
