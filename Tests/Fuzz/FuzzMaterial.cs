using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Fuzz;

/// <summary>What the program's own pages send and link to: bad values go deepest between good ones.</summary>
sealed partial record FuzzMaterial(
    FuzzTarget[] Targets,
    FuzzForm[] Forms,
    string[] Names,
    string[] Words,
    string[] Ids
)
{
    internal static async Task<FuzzMaterial> GatherAsync(
        IServiceProvider services,
        Visitor admin,
        IEnumerable<string> pages
    )
    {
        var (forms, names, words) = (
            new List<FuzzForm>(),
            new SortedSet<string>(StringComparer.Ordinal),
            new SortedSet<string>(StringComparer.Ordinal)
        );
        foreach (var page in pages)
        {
            using var answer = await admin.GetAsync(page);
            var document = await Visitor.ParseAsync(answer);
            foreach (var form in document.QuerySelectorAll<IHtmlFormElement>("form"))
                forms.Add(new(AddressOf(form, page), FieldsOf(form)));
            foreach (var link in Addresses(document).Append(page))
            {
                words.UnionWith(
                    link.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries)
                );
                foreach (Match pair in Pair().Matches(link))
                {
                    names.Add(pair.Groups["name"].Value);
                    words.Add(pair.Groups["value"].Value);
                }
            }
        }
        foreach (var (name, value) in forms.SelectMany(form => form.Fields))
        {
            names.Add(name);
            words.Add(value);
        }
        words.RemoveWhere(word => word.Length is 0 or > 60);
        return new(
            await FuzzTargets.OfAsync(services),
            [.. forms.Distinct()],
            [.. names],
            [.. words.Where(word => !Guid.TryParse(word, out _))],
            [.. words.Where(word => Guid.TryParse(word, out _))]
        );
    }

    static string AddressOf(IHtmlFormElement form, string page) =>
        form.GetAttribute("action") is { Length: > 0 } action ? action : page;

    static (string, string)[] FieldsOf(IHtmlFormElement form) =>
        [
            .. form
                .Elements.OfType<IElement>()
                .Select(control => (control.GetAttribute("name") ?? "", ValueOf(control)))
                .Where(field => field.Item1 is not ("" or "__RequestVerificationToken" or "__Key")),
        ];

    static string ValueOf(IElement control) =>
        control switch
        {
            IHtmlInputElement input => input.Value,
            IHtmlSelectElement select => select.Value ?? "",
            IHtmlTextAreaElement area => area.Value,
            IHtmlButtonElement button => button.Value,
            _ => "",
        };

    static IEnumerable<string> Addresses(IDocument document) =>
        document
            .QuerySelectorAll("[href], [hx-get], [hx-post], [formaction]")
            .SelectMany(element =>
                new[] { "href", "hx-get", "hx-post", "formaction" }.Select(element.GetAttribute)
            )
            .OfType<string>()
            .Where(address => address.StartsWith('/'));

    [GeneratedRegex("[?&](?<name>[^=&#]+)=(?<value>[^&#]*)", RegexOptions.None, 1000)]
    private static partial Regex Pair();
}
