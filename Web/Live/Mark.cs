using System.Globalization;

namespace StaffDashboard.Web.Live;

/// <summary>A place in the change log: every transaction below Xmin had ended. Opaque to browsers.</summary>
public sealed record Mark(string Epoch, ulong Xmin)
{
    public static Mark? Parse(string? since)
    {
        var dot = since?.LastIndexOf('.') ?? -1;
        return
            dot > 0
            && ulong.TryParse(
                since.AsSpan(dot + 1),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var xmin
            )
            ? new(since![..dot], xmin)
            : null;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Epoch}.{Xmin}");
}
