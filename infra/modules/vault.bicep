param name string
param location string
param tags object
param privateOnly bool
param purgeProtection bool
param workspaceId string
param appPrincipalId string
param operatorPrincipalId string
param operatorPrincipalType string

@secure()
param signingKey string

@secure()
param apiToken string

var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 7
    // The service takes true or nothing: once on, it cannot be turned off.
    enablePurgeProtection: purgeProtection ? true : null
    publicNetworkAccess: privateOnly ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: privateOnly ? 'Deny' : 'Allow'
      bypass: 'AzureServices'
    }
  }
}

// Created once: a later deployment leaves the value, and whatever it was rotated to, alone.
@onlyIfNotExists()
resource signing 'Microsoft.KeyVault/vaults/secrets@2026-05-15' = {
  parent: vault
  name: 'jwt-signing-key'
  properties: {
    value: signingKey
    contentType: 'HS256 key; each enabled version verifies, the newest signs'
  }
}

@onlyIfNotExists()
resource token 'Microsoft.KeyVault/vaults/secrets@2026-05-15' = {
  parent: vault
  name: 'api-token'
  properties: {
    value: apiToken
    contentType: 'API token of this deployment'
  }
}

// The app reads the whole vault: shops name their own secrets (gateways, plugins) as secret:shops/SHOP/NAME, which is shops-SHOP-NAME here.
resource appReads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, appPrincipalId, keyVaultSecretsUser)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
  }
}

resource operatorReadsToken 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorPrincipalId)) {
  scope: token
  name: guid(token.id, operatorPrincipalId, keyVaultSecretsUser)
  properties: {
    principalId: operatorPrincipalId
    principalType: operatorPrincipalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
  }
}

// The newest version that is not a preview does not know category groups.
#disable-next-line use-recent-api-versions
resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'audit'
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

output id string = vault.id
output name string = vault.name
output uri string = vault.properties.vaultUri
