using StaffDashboard.Data.Clients;
using StaffDashboard.Data.Fields;
using StaffDashboard.Web.Pages.Shared.Lists;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Clients;

static class ClientPages
{
    static readonly ListFilter<Client> Kind = new(
        "kind",
        "Kind",
        (value, _) =>
        {
            var kind = Enum.Parse<ClientKind>(value);
            return client => client.Kind == kind;
        }
    )
    {
        Read = text =>
            Enum.TryParse<ClientKind>(text, true, out var kind) && Enum.IsDefined(kind)
                ? kind.ToString()
                : null,
        Options = [.. ClientFields.Kind.Type.Choices(OfficeWords.Plain)],
    };

    public static readonly RecordPages Pages = new(ClientLinks.Client, "Clients")
    {
        Icon = "briefcase-business",
        ShortcutKey = "c",
        NewHint = "A name is enough; the rest can follow.",
        ArchivedHint =
            "Archive clients you no longer work for. They leave the list, and their data is kept.",
        Remarks = SameName.OfAsync<Client>(ClientFields.Name, ClientLinks.Client),
        FoundHint = client =>
            ClientFields.Kind.Show(ClientFields.Kind.Of(client), OfficeWords.Plain),
        Head = (fragments, view) => fragments.RenderAsync<ClientHead>(new { View = view }),
        Import = new(ClientImport.Type, ClientLinks.Client, "the clients")
        {
            Existing = "Clients that exist already",
            Taken = "If an active client already has this name",
            Hints =
            [
                "Clients are matched by name.",
                "Separate several contacts with a vertical bar: Anna Berg, Manager, 0151 2345 6701 | Ben Okafor.",
            ],
        },
        List = new RecordList<Client>(
            Client.Type,
            [ListSorts.ByName<Client>(), ListSorts.ByAge<Client>()],
            [Kind]
        )
        {
            SearchHint = "Name, phone, contact",
            Columns =
            [
                new("Client", "name"),
                new("Kind", Field: ClientFields.Kind),
                new("Phone", Field: ClientFields.Phone),
                new("E-mail", Field: ClientFields.Email),
                new("Status"),
            ],
        },
    };
}
