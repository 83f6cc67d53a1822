using System.Globalization;
using System.Text;

namespace StaffDashboard.Tests.Fuzz;

/// <summary>One request, and how to send it once more by hand.</summary>
sealed record FuzzRequest(string Method, string Address)
{
    public string? ContentType { get; init; }
    public byte[] Body { get; init; } = [];
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
    public bool HasToken { get; init; } = true;

    internal HttpRequestMessage Message(Uri site, string token)
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), new Uri(site, Address));
        if (Body.Length > 0 || ContentType is not null)
            message.Content = new ByteArrayContent(Body);
        if (ContentType is not null)
            message.Content!.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        foreach (var (name, value) in Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        if (HasToken)
            message.Headers.TryAddWithoutValidation("RequestVerificationToken", token);
        return message;
    }

    public override string ToString()
    {
        var text = new StringBuilder($"{Method} {Address}\n");
        if (ContentType is not null)
            text.Append(CultureInfo.InvariantCulture, $"Content-Type: {ContentType}\n");
        foreach (var (name, value) in Headers)
            text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\n");
        text.Append(HasToken ? "(with its antiforgery token)\n\n" : "(without a token)\n\n");
        foreach (var b in Body)
            text.Append(
                b is >= 0x20 and < 0x7F or (byte)'\n'
                    ? ((char)b).ToString()
                    : string.Create(CultureInfo.InvariantCulture, $"\\x{b:x2}")
            );
        return text.ToString();
    }
}
