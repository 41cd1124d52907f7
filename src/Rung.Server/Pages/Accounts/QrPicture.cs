using System.Globalization;
using System.Text;
using QRCoder;

namespace Rung.Server.Pages.Accounts;

/// <summary>A QR code as the path of a picture: a telephone's camera reads it, and no script draws it.</summary>
/// <param name="Size">Squares across, with the light edge that readers want.</param>
/// <param name="Path">The dark squares, one unit each.</param>
public sealed record QrPicture(int Size, string Path)
{
    /// <param name="text">What whoever scans it reads.</param>
    public static QrPicture Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows.Count; column++)
            {
                if (rows[row][column])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
                }
            }
        }
        return new QrPicture(rows.Count, path.ToString());
    }
}
