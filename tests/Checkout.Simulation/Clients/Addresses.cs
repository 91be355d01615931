namespace Checkout.Simulation.Clients;

/// <summary>Two provinces that tax differently.</summary>
internal static class Addresses
{
    private static readonly object Manitoba = Of("50 Fultz Blvd", "Winnipeg", "Manitoba", "MB", "R3Y0L6");
    private static readonly object Ontario = Of("100 Queen St W", "Toronto", "Ontario", "ON", "M5H2N2");

    public static object Any(Random chance) => chance.Next(2) == 0 ? Manitoba : Ontario;

    private static object Of(string street, string city, string province, string code, string postalCode) =>
        new
        {
            first_name = "Sim",
            last_name = "Ulated",
            address_line_1 = street,
            city,
            province,
            province_code = code,
            country = "Canada",
            country_code = "CA",
            postal_code = postalCode,
            phone_number = "",
        };
}
