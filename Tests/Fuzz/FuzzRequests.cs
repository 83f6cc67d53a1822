using System.Globalization;
using System.Text;

namespace StaffDashboard.Tests.Fuzz;

/// <summary>The requests of one seed: the same number is the same request, whatever was answered before.</summary>
sealed class FuzzRequests(FuzzMaterial material, Random dice)
{
    static readonly string[] Verbs = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];
    static readonly string[] Kinds =
    [
        "text/plain",
        "application/json",
        "application/x-www-form-urlencoded; charset=utf-7",
        "application/x-www-form-urlencoded; charset=no-such",
        "multipart/form-data",
        "multipart/form-data; boundary=other",
        "application/octet-stream",
        ";;;",
        "*/*",
    ];
    static readonly string[] Extra =
    [
        "__Key",
        "handler",
        "part",
        "Another",
        "KnowsArchived",
        "Preview",
        "ReturnUrl",
        "field",
        "edit",
        "q",
        "skill",
        "role",
        "employment",
        "sort",
        "after",
        "before",
        "period",
        "from",
        "to",
        "separator",
        "token",
    ];

    /// <param name="number">The first ones go through all targets; from then on it is by chance.</param>
    internal FuzzRequest Next(int number) =>
        number < material.Targets.Length ? Into(material.Targets[number], [])
        : dice.Next(5) < 3 && material.Forms.Length > 0 ? Mutated(Pick(material.Forms))
        : Into(Pick(material.Targets), []);

    FuzzRequest Mutated(FuzzForm form)
    {
        var fields = form.Fields.ToList();
        for (var times = dice.Next(1, 4); times > 0 && fields.Count > 0; times--)
            Spoil(fields);
        return Send("POST", form.Address, fields);
    }

    void Spoil(List<(string Name, string Value)> fields)
    {
        var at = dice.Next(fields.Count);
        var (name, value) = fields[at];
        switch (dice.Next(9))
        {
            case 0:
                fields.RemoveAt(at);
                break;
            case 1:
                fields.Add((name, Value()));
                break;
            case 2:
                fields[at] = (name + Pick("[]", "[0]", "[x]", ".", ".Name", "\0"), value);
                break;
            // As if it had been there all along.
            case 3:
                var same = Value();
                fields[at] = (name, same);
                fields.Add(($"Was[{name}]", same));
                break;
            case 4:
                fields.Add(($"Was[{name}]", Value()));
                fields.Add(($"Choice[{name}]", Pick("mine", "theirs", "edit", Value())));
                fields.Add(($"Edited[{name}]", Value()));
                if (dice.Next(2) == 0)
                    fields.Add(("Preview", "true"));
                break;
            default:
                fields[at] = (name, Value());
                break;
        }
    }

    FuzzRequest Into(FuzzTarget target, List<(string, string)> fields)
    {
        var names = target.Names.Length > 0 && dice.Next(4) > 0 ? target.Names : material.Names;
        for (var times = dice.Next(1, 8); times > 0; times--)
            fields.Add((Name(names), Value()));
        var address = "/" + string.Join('/', target.Route.Split('/').Select(Segment));
        if (target.Handler.Length > 0)
            address += "?handler=" + target.Handler;
        return Send(target.Method, address, fields);
    }

    FuzzRequest Send(string method, string address, List<(string Name, string Value)> fields)
    {
        if (dice.Next(12) == 0)
            method = Pick(Verbs);
        var isQuery = method is "GET" or "HEAD" or "DELETE" || dice.Next(20) == 0;
        var request = new FuzzRequest(method, isQuery ? With(address, fields) : address)
        {
            Headers = [.. Headers()],
            HasToken = dice.Next(30) > 0,
        };
        return isQuery ? request
            : dice.Next(8) == 0 ? Multipart(request, fields)
            : dice.Next(12) == 0 ? request with { ContentType = null, Body = Urlencoded(fields) }
            : dice.Next(12) == 0 ? request with { ContentType = Pick(Kinds), Body = Body(fields) }
            : request with
            {
                ContentType = "application/x-www-form-urlencoded",
                Body = Urlencoded(fields),
            };
    }

    IEnumerable<(string, string)> Headers()
    {
        if (dice.Next(3) == 0)
            yield return ("HX-Request", "true");
        if (dice.Next(10) == 0)
            yield return ("X-Waited", "true");
        if (dice.Next(6) == 0)
            yield return (
                "Idempotency-Key",
                dice.Next(2) == 0 ? Key() : FuzzEncoding.Percent(Value())
            );
        if (dice.Next(20) == 0)
            yield return (
                Pick(
                    "X-Live-Node",
                    "X-Shown",
                    "Accept-Language",
                    "If-None-Match",
                    "Range",
                    "Cookie2"
                ),
                FuzzEncoding.Percent(Value())
            );
    }

    FuzzRequest Multipart(FuzzRequest request, List<(string Name, string Value)> fields)
    {
        var body = new List<byte>();
        foreach (var (name, value) in fields)
        {
            var file = dice.Next(6) == 0 ? "; filename=\"list.csv\"" : "";
            body.AddRange(
                FuzzEncoding.Bytes(
                    $"--fuzz\r\nContent-Disposition: form-data; name=\"{name.Replace("\"", "%22", StringComparison.Ordinal)}\"{file}\r\n\r\n"
                )
            );
            body.AddRange(FuzzEncoding.Bytes(value));
            body.AddRange("\r\n"u8);
        }
        if (dice.Next(6) > 0)
            body.AddRange("--fuzz--\r\n"u8);
        return request with
        {
            ContentType = "multipart/form-data; boundary=fuzz",
            Body = [.. body],
        };
    }

    byte[] Body(List<(string Name, string Value)> fields) =>
        dice.Next(2) == 0
            ? Urlencoded(fields)
            : Encoding.ASCII.GetBytes(
                $"{{{string.Join(',', fields.Select(f => $"{FuzzEncoding.Json(f.Name)}:{FuzzEncoding.Json(f.Value)}"))}}}"
            );

    static byte[] Urlencoded(List<(string Name, string Value)> fields) =>
        Encoding.ASCII.GetBytes(Query(fields));

    static string With(string address, List<(string Name, string Value)> fields) =>
        address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + Query(fields);

    static string Query(List<(string Name, string Value)> fields) =>
        string.Join(
            '&',
            fields.Select(f => $"{FuzzEncoding.Percent(f.Name)}={FuzzEncoding.Percent(f.Value)}")
        );

    string Segment(string part) =>
        !part.StartsWith('{') ? part
        : dice.Next(12) == 0 ? FuzzEncoding.Percent(NastyValues.One(dice))
        : part.Contains("guid", StringComparison.Ordinal) ? Pick(material.Ids)
        : FuzzEncoding.Percent(Pick(material.Words));

    string Name(string[] names) =>
        dice.Next(10) switch
        {
            0 => Pick(Extra),
            1 => Pick(material.Names),
            2 => $"Was[{Pick(names)}]",
            _ => names.Length > 0 ? Pick(names) : Pick(Extra),
        };

    internal string Value() =>
        dice.Next(10) switch
        {
            < 6 => NastyValues.One(dice),
            6 => Pick(material.Ids),
            7 => NastyValues.One(dice) + NastyValues.One(dice),
            _ => Pick(material.Words),
        };

    string Key()
    {
        var bytes = new byte[16];
        dice.NextBytes(bytes);
        return new Guid(bytes).ToString(null, CultureInfo.InvariantCulture);
    }

    string Pick(params string[] some) => some.Length == 0 ? "" : some[dice.Next(some.Length)];

    T Pick<T>(T[] some)
        where T : class => some[dice.Next(some.Length)];
}
