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
    name: 'checkout-tenders-tried-out'
    title: 'Cards or gift card codes are tried out'
    description: 'In 15 minutes more than 20 payments of a shop had to wait, since too many before them were refused.'
    severity: 2
    window: 'PT15M'
    frequency: 'PT5M'
    query: '''
      customMetrics
      | where name == "checkout.tenders.limited"
      | extend shop = tostring(customDimensions.shop)
      | summarize limited = sum(valueSum) by shop
      | summarize measure = coalesce(max(limited), 0.0)
    '''
    operator: 'GreaterThan'
    threshold: 20
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
  {
    name: 'checkout-overdue-work'
    title: 'Work is overdue'
    description: 'A capture, a platform order, a reconciliation or another wake-up is more than 15 minutes late.'
    severity: 1
    window: 'PT15M'
    frequency: 'PT5M'
    query: '''
      customMetrics
      | where name == "checkout.work.oldest_seconds"
      | summarize measure = coalesce(max(valueMax), 0.0)
    '''
    operator: 'GreaterThan'
    threshold: 900
  }
  {
    name: 'checkout-unknown-outcomes'
    title: 'Nobody knows whether money moved'
    description: 'For 15 minutes an order has had a movement of money whose outcome the gateway has not told.'
    severity: 1
    window: 'PT15M'
    frequency: 'PT5M'
    // The lowest of three times five minutes: what is settled by the next sweep alerts nobody.
    query: '''
      customMetrics
      | where name == "checkout.intents.unknown"
      | summarize orders = max(valueMax) by bin(timestamp, 5m)
      | summarize measure = coalesce(min(orders), 0.0)
    '''
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'checkout-orders-processing'
    title: 'Orders are stuck in processing'
    description: 'For 15 minutes an order has been closed to changes and neither processed nor refused.'
    severity: 2
    window: 'PT15M'
    frequency: 'PT5M'
    query: '''
      customMetrics
      | where name == "checkout.orders.processing"
      | summarize orders = max(valueMax) by bin(timestamp, 5m)
      | summarize measure = coalesce(min(orders), 0.0)
    '''
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'checkout-webhooks-late'
    title: 'Webhooks are not taken'
    description: 'The oldest message to a webhook has not been taken for an hour.'
    severity: 3
    window: 'PT30M'
    frequency: 'PT15M'
    query: '''
      customMetrics
      | where name == "checkout.outbox.oldest_seconds"
      | summarize measure = coalesce(max(valueMax), 0.0)
    '''
    operator: 'GreaterThan'
    threshold: 3600
  }
  {
    name: 'checkout-dead-letters'
    title: 'Messages were given up'
    description: 'A webhook did not take a message through all of its retries. Replay or delete it.'
    severity: 3
    window: 'PT1H'
    frequency: 'PT15M'
    query: '''
      customMetrics
      | where name == "checkout.dead_letters"
      | summarize measure = coalesce(max(valueMax), 0.0)
    '''
    operator: 'GreaterThan'
    threshold: 0
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
