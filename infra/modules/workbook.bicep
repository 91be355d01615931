// What the app counts, on one page of Application Insights.
param location string
param tags object
param insightsId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(insightsId, 'checkout')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Checkout'
    category: 'workbook'
    version: 'Notebook/1.0'
    sourceId: insightsId
    serializedData: loadTextContent('../workbook.json')
  }
}
