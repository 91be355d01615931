// Rules over what the app counts. Each names metrics that the code emits: tests/Infrastructure.Tests holds that.
param actionGroupName string
param location string
param tags object
param insightsId string
param workspaceId string
param email string
param quietHours int

var metricRules = [
  {
    name: 'checkout-gateway-failures'
    title: 'Payment gateway fails'
    description: 'More than one in ten calls to a gateway ended without an answer in 15 minutes. Declined cards do not count.'
    severity: 1
    window: 'PT15M'
    frequency: 'PT5M'
    query: '''
      customMetrics
      | where name == "checkout.gateway.outcomes"
      | extend outcome = tostring(customDimensions.outcome)
      | summarize asked = sum(valueSum), failed = sumif(valueSum, outcome in ("unknown", "fault"))
      | project measure = iff(asked >= 20, 100.0 * failed / asked, 0.0)
    '''
    operator: 'GreaterThan'
    threshold: 10
  }
  {
    name: 'checkout-server-errors'
    title: 'Calls fail with 5xx'
    description: 'More than 2 in 100 calls, and at least five, were answered with 500 or above in 15 minutes.'
    severity: 1
    window: 'PT15M'
    frequency: 'PT5M'
    query: '''
      customMetrics
      | where name == "checkout.request.duration"
      | extend status = toint(customDimensions.status)
      | summarize calls = sum(valueCount), failed = sumif(valueCount, status >= 500)
      | project measure = iff(failed >= 5, 100.0 * failed / calls, 0.0)
    '''
    operator: 'GreaterThan'
    threshold: 2
  }
]

var quietRule = {
  name: 'checkout-no-orders'
  title: 'No orders'
  description: 'No order was processed for ${quietHours} hours.'
  severity: 2
  window: quietHours == 24 ? 'P1D' : quietHours == 48 ? 'P2D' : 'PT${quietHours}H'
  frequency: 'PT1H'
  query: '''
    customMetrics
    | where name == "checkout.orders"
    | where tostring(customDimensions.status) == "processed"
    | summarize measure = coalesce(sum(valueSum), 0.0)
  '''
  operator: 'LessThan'
  threshold: 1
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'checkout'
    enabled: true
    emailReceivers: [{ name: 'operator', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for rule in concat(metricRules, quietHours > 0 ? [quietRule] : []): {
    name: rule.name
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.title
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [insightsId]
      windowSize: rule.window
      evaluationFrequency: rule.frequency
      // Until the app has sent its first metrics there is nothing to validate against.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            metricMeasureColumn: 'measure'
            timeAggregation: 'Maximum'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      autoMitigate: true
      actions: { actionGroups: [people.id] }
    }
  }
]

resource cap 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = {
  name: 'checkout-telemetry-cap'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'Telemetry is dropped'
    description: 'The daily cap of Log Analytics is reached: until tomorrow the other alerts see nothing.'
    severity: 1
    enabled: true
    scopes: [workspaceId]
    windowSize: 'PT1H'
    evaluationFrequency: 'PT15M'
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: '_LogOperation | where Category =~ "Ingestion" | where Detail contains "OverQuota"'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    autoMitigate: true
    actions: { actionGroups: [people.id] }
  }
}
