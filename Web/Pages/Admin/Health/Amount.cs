using System.Globalization;

namespace StaffDashboard.Web.Pages.Admin.Health;

/// <summary>A number as one reads it: "38 ms", "2.4 s", "18,204", "99.98 %", "83 %".</summary>
public readonly record struct Amount(string Number, string Unit)
{
    public static readonly Amount Nothing = new("–", "");

    static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static Amount Of(double? value, string unit) =>
        (value, unit) switch
        {
            (null, _) => Nothing,
            (>= 999.5 and var ms, "ms") => new((ms / 1000).ToString("#,0.#", Culture), "s"),
            (< 10 and var ms, "ms") => new(ms.ToString("0.#", Culture), "ms"),
            (var ms, "ms") => new(ms.Value.ToString("0", Culture), "ms"),
            (var level, "MB") => new(level.Value.ToString("#,0", Culture), "MB"),
            // Never rounded up to all, nor down to none.
            (> 99.99 and < 100, "%") => new("99.99", "%"),
            (> 0 and < 0.1, "%") => new("under 0.1", "%"),
            (> 99 and var most, "%") => new(most.ToString("0.##", Culture), "%"),
            (>= 10 and < 90 and var share, "%") => new(share.ToString("0", Culture), "%"),
            (var share, "%") => new(share.Value.ToString("0.#", Culture), "%"),
            var (count, _) => new(count.Value.ToString("#,0.#", Culture), unit),
        };

    public override string ToString() => Unit.Length == 0 ? Number : $"{Number} {Unit}";
}
