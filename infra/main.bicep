targetScope = 'subscription'

@minLength(1)
@maxLength(64)
@description('Name of the azd environment; every resource name is derived from it.')
param environmentName string

@minLength(1)
@description('Region of all resources: one that offers Flex Consumption (az functionapp list-flexconsumption-locations).')
@allowed([
  'australiaeast'
  'australiasoutheast'
  'brazilsouth'
  'canadacentral'
  'centralindia'
  'centralus'
  'eastasia'
  'eastus'
  'eastus2'
  'francecentral'
  'germanywestcentral'
  'italynorth'
  'japaneast'
  'koreacentral'
  'northcentralus'
  'northeurope'
  'norwayeast'
  'southafricanorth'
  'southcentralus'
  'southeastasia'
  'southindia'
  'spaincentral'
  'swedencentral'
  'uaenorth'
  'uksouth'
  'ukwest'
  'westcentralus'
  'westeurope'
  'westus'
  'westus2'
  'westus3'
])
@metadata({ azd: { type: 'location' } })
param location string

@description('Resource group to use; empty means rg-{environmentName}.')
param resourceGroupName string = ''

@description('The identifier of the shop that is loaded from samples/shop.json after the first deployment.')
@minLength(4)
@maxLength(32)
param shopIdentifier string = 'zp3oafdor9'

@description('Who runs the deployment: may read the API token, nothing else. Empty grants nobody.')
param principalId string = ''

@allowed(['User', 'Group', 'ServicePrincipal'])
param principalType string = 'User'

@description('Browser origins, comma separated, allowed for every shop beside the list in its own settings.')
param corsOrigins string = ''

@description('Instances kept warm for HTTP requests; each is billed all month.')
@minValue(0)
@maxValue(100)
param alwaysReadyHttpInstances int = 0

@description('Instances kept warm for the Create Order orchestration; each is billed all month.')
@minValue(0)
@maxValue(100)
param alwaysReadyDurableInstances int = 0

@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 100

@description('Requests an instance takes at once before another one is started.')
@minValue(1)
@maxValue(1000)
param httpPerInstanceConcurrency int = 32

@description('Who walks the journal of a new order: the Durable orchestration, or the call itself (quicker and cheaper).')
@allowed(['orchestration', 'inline'])
param createOrderDriver string = 'orchestration'

@description('RollingUpdate replaces instances in batches and lets calls finish; Recreate restarts them all at once.')
@allowed(['RollingUpdate', 'Recreate'])
param siteUpdateStrategy string = 'RollingUpdate'

@description('Zone-redundant by default; regions without availability zones need Standard_LRS.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string = 'Standard_ZRS'

@description('A vault with purge protection survives azd down --purge for its retention time, and so does its name.')
param keyVaultPurgeProtection bool = false

@description('Runs orchestrations on the Durable Task Scheduler instead of Azure Storage.')
param useDurableTaskScheduler bool = false

@description('Puts storage and Key Vault behind private endpoints; the API itself stays reachable from outside.')
param usePrivateNetwork bool = false

@description('Who hears of alerts; empty creates no alert.')
param alertEmail string = ''

@description('Hours without a processed order that raise an alert; 0 for never. A small shop is quiet at night.')
@allowed([0, 1, 2, 3, 4, 5, 6, 24, 48])
param alertQuietHours int = 24

@description('The part of traces that is kept, 0 to 1. Metrics, which the alerts read, are always whole.')
param traceSamplingRatio string = '0.1'

@description('Gigabytes of telemetry a day, after which Log Analytics drops what comes; -1 for no cap.')
@minValue(-1)
param dailyTelemetryGb int = 1

// Each default is drawn again at every deployment, but the secrets that they fill are only created when absent
// (modules/vault.bicep), so azd up never rotates a key. Three GUIDs of 122 random bits each fill an HS256 key.
@secure()
param signingKeyPart1 string = newGuid()
@secure()
param signingKeyPart2 string = newGuid()
@secure()
param signingKeyPart3 string = newGuid()
@secure()
param apiTokenPart1 string = newGuid()
@secure()
param apiTokenPart2 string = newGuid()

var abbreviations = loadJsonContent('abbreviations.json')
var resourceToken = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: empty(resourceGroupName) ? '${abbreviations.resourcesResourceGroups}${environmentName}' : resourceGroupName
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: '${abbreviations.managedIdentityUserAssignedIdentities}${resourceToken}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: '${abbreviations.operationalInsightsWorkspaces}${resourceToken}'
    insightsName: '${abbreviations.insightsComponents}${resourceToken}'
    location: location
    tags: tags
    dailyQuotaGb: dailyTelemetryGb
    appPrincipalId: identity.outputs.principalId
  }
}

module workbook 'modules/workbook.bicep' = {
  name: 'workbook'
  scope: group
  params: {
    location: location
    tags: tags
    insightsId: monitoring.outputs.insightsId
  }
}

module alerts 'modules/alerts.bicep' = if (!empty(alertEmail)) {
  name: 'alerts'
  scope: group
  params: {
    actionGroupName: '${abbreviations.insightsActionGroups}${resourceToken}'
    location: location
    tags: tags
    insightsId: monitoring.outputs.insightsId
    workspaceId: monitoring.outputs.workspaceId
    email: alertEmail
    quietHours: alertQuietHours
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: '${abbreviations.storageStorageAccounts}${resourceToken}'
    location: location
    tags: tags
    sku: storageSku
    privateOnly: usePrivateNetwork
    appPrincipalId: identity.outputs.principalId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: '${abbreviations.keyVaultVaults}${resourceToken}'
    location: location
    tags: tags
    privateOnly: usePrivateNetwork
    purgeProtection: keyVaultPurgeProtection
    workspaceId: monitoring.outputs.workspaceId
    appPrincipalId: identity.outputs.principalId
    operatorPrincipalId: principalId
    operatorPrincipalType: principalType
    signingKey: base64('${signingKeyPart1}${signingKeyPart2}${signingKeyPart3}')
    apiToken: replace('${apiTokenPart1}${apiTokenPart2}', '-', '')
  }
}

module network 'modules/network.bicep' = if (usePrivateNetwork) {
  name: 'network'
  scope: group
  params: {
    name: '${abbreviations.networkVirtualNetworks}${resourceToken}'
    endpointPrefix: '${abbreviations.networkPrivateEndpoints}${resourceToken}'
    location: location
    tags: tags
    storageAccountId: storage.outputs.id
    vaultId: vault.outputs.id
  }
}

module scheduler 'modules/scheduler.bicep' = if (useDurableTaskScheduler) {
  name: 'scheduler'
  scope: group
  params: {
    name: '${abbreviations.durableTaskSchedulers}${resourceToken}'
    location: location
    tags: tags
    appPrincipalId: identity.outputs.principalId
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  scope: group
  params: {
    name: '${abbreviations.webSitesFunctions}${resourceToken}'
    planName: '${abbreviations.webServerFarms}${resourceToken}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageAccountName: storage.outputs.name
    deploymentContainerUrl: storage.outputs.deploymentContainerUrl
    tableEndpoint: storage.outputs.tableEndpoint
    vaultUri: vault.outputs.uri
    insightsConnectionString: monitoring.outputs.connectionString
    subnetId: usePrivateNetwork ? network!.outputs.appSubnetId : ''
    schedulerEndpoint: useDurableTaskScheduler ? scheduler!.outputs.endpoint : ''
    schedulerTaskHub: useDurableTaskScheduler ? scheduler!.outputs.taskHub : ''
    corsOrigins: corsOrigins
    createOrderDriver: createOrderDriver
    traceSamplingRatio: traceSamplingRatio
    siteUpdateStrategy: siteUpdateStrategy
    alwaysReadyHttpInstances: alwaysReadyHttpInstances
    alwaysReadyDurableInstances: alwaysReadyDurableInstances
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    httpPerInstanceConcurrency: httpPerInstanceConcurrency
  }
}

output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_STORAGE_ACCOUNT_NAME string = storage.outputs.name
output AZURE_KEY_VAULT_NAME string = vault.outputs.name
output SERVICE_API_NAME string = app.outputs.name
output CHECKOUT_BASE_URL string = app.outputs.baseUrl
output CHECKOUT_SHOP_IDENTIFIER string = shopIdentifier
output CHECKOUT_API_TOKEN_COMMAND string = 'az keyvault secret show --vault-name ${vault.outputs.name} --name api-token --query value --output tsv'
output CHECKOUT_PRIVATE_NETWORK bool = usePrivateNetwork
