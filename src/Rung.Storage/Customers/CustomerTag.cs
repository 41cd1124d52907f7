using System.Security.Cryptography;
using System.Text;
using Rung.Core.Customers;

namespace Rung.Storage.Customers;

/// <summary>Tells two states of a customer's record apart: the same content has the same tag, on either database.</summary>
public static class CustomerTag
{
    private const int Length = 16;

    /// <returns>16 hexadecimal digits.</returns>
    public static string Of(Customer customer) => OfDetails(CustomerJson.Write(customer));

    internal static string OfDetails(string details) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(details)))[..Length];
}
