# CheckoutLocal from its published output:
#   dotnet publish src/CheckoutLocal -c Release -o artifacts/local && docker build -t checkout-local .
# The tag moves with each security release. A deployment that must be repeatable names the digest that
# `docker buildx imagetools inspect mcr.microsoft.com/dotnet/aspnet:10.0` prints: aspnet:10.0@sha256:…
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY artifacts/local/ ./
ENV ASPNETCORE_URLS=http://0.0.0.0:7071
EXPOSE 7071
USER $APP_UID
ENTRYPOINT ["dotnet", "CheckoutLocal.dll"]
