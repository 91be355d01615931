using Checkout.Functions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddCheckoutFunctions(builder.Configuration, builder.Environment.IsDevelopment());
await builder.Build().RunAsync();
