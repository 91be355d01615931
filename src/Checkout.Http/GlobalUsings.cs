// The name of this product, not of the framework.
global using Endpoint = Checkout.Http.Frame.Endpoint;
