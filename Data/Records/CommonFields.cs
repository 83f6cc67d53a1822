using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Records;

/// <summary>Fields that several kinds of record have, each with the headings by which files know it.</summary>
static class CommonFields
{
    public static Field<T> Name<T>(Section section, int longest, string headings)
        where T : Record =>
        new(
            "Name",
            "name",
            "Name",
            section,
            TextType.OfName(longest),
            r => r.Name,
            (r, v) => r.Name = v
        )
        {
            IsRequired = true,
            Headings = headings,
        };

    public static Field<T> Phone<T>(Section section, Func<T, string?> of, Action<T, string?> put)
        where T : Record =>
        new(
            "Phone",
            "phone",
            "Phone",
            section,
            TextType.OfPhone(),
            r => of(r) ?? "",
            (r, v) => put(r, TextType.OrNull(v))
        )
        {
            Hint =
                "With its country code, like +49 1512 3456701; or as dialled here, like 0151 2345 6701.",
            Headings =
                "phone number|telephone|tel|mobile|mobile phone|mobile number|cell|telefon|telefonnummer|handy|handynummer|mobil|mobilnummer|mobiltelefon|rufnummer|whatsapp",
        };

    public static Field<T> Email<T>(Section section, Func<T, string?> of, Action<T, string?> put)
        where T : Record =>
        new(
            "Email",
            "email",
            "E-mail",
            section,
            TextType.OfEmail(),
            r => of(r) ?? "",
            (r, v) => put(r, TextType.OrNull(v))
        )
        {
            Headings = "email address|mail|mailadresse|emailadresse",
        };

    /// <summary>Managers alone know what somebody costs.</summary>
    public static Field<T> HourlyRate<T>(
        Section section,
        string hint,
        string headings,
        Func<T, decimal?> of,
        Action<T, decimal?> put
    )
        where T : Record =>
        new(
            "HourlyRate",
            "hourly_rate",
            "Hourly rate",
            section,
            new NumberType(10_000, mayBeEmpty: true) { IsMoney = true },
            r => NumberType.Text(of(r)),
            (r, v) => put(r, NumberType.Number(v))
        )
        {
            IsForManagers = true,
            Hint = hint,
            Width = "short",
            Headings = headings,
        };

    public static Field<T> Notes<T>(
        Section section,
        int longest,
        Func<T, string> of,
        Action<T, string> put
    )
        where T : Record =>
        new(
            "Notes",
            "notes",
            "Notes",
            section,
            new TextType(longest, Control.MultiLine) { IsNeverNull = true },
            of,
            put
        )
        {
            Width = "all",
            Headings =
                "note|comment|comments|remark|remarks|notiz|notizen|bemerkung|bemerkungen|kommentar|anmerkung|anmerkungen",
        };
}
