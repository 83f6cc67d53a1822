using StaffDashboard.Data.Clients;

namespace StaffDashboard.Data.Demo;

/// <summary>The customers of the demo office.</summary>
static class DemoClients
{
    public static IEnumerable<Client> All(TimeProvider clock)
    {
        for (var at = 0; at < Companies.Length; at++)
        {
            var (name, street, contact, role) = Companies[at];
            var mail = $"{contact.Split(' ')[0].ToLowerInvariant()}@client{at + 1}.example";
            var client = new Client
            {
                Name = name,
                Phone = $"+4930555{1000 + at}",
                Email = $"office@client{at + 1}.example",
                Contacts = [$"{contact}, {role}, +4917055501{10 + at}, {mail}"],
                PostalAddress = street,
                HourlyRate = 27 + at % 6 * 1.5m,
                Notes = at % 4 == 0 ? "Deliveries by the back entrance." : "",
            };
            if (at == Companies.Length - 1)
                client.Archive(clock);
            yield return client;
        }
        yield return new Client
        {
            Name = "Familie Lindqvist",
            Kind = ClientKind.Person,
            Phone = "+4915155508123",
            Notes = "Birthday every year in June.",
        };
    }

    static readonly (string Name, string Street, string Contact, string Role)[] Companies =
    [
        ("Spreeterrassen GmbH", "Uferstraße 14\n10243 Berlin", "Anna Berg", "Event manager"),
        ("Museum am Hafen", "Kai 3\n20457 Hamburg", "Jonas Peters", "Head of visitors"),
        ("Nordlicht Konferenzen", "Messeplatz 1\n50679 Köln", "Mira Sandberg", "Project lead"),
        ("Café Morgenrot", "Kastanienallee 85\n10435 Berlin", "Sofia Rossi", "Owner"),
        ("Stadtwerke Auental", "Werkstraße 20\n04109 Leipzig", "Peter Vogt", "Communications"),
        ("Hotel Drei Linden", "Lindenweg 5\n14109 Berlin", "Clara Weiß", "Banquets"),
        ("Galerie Okular", "Augustraße 61\n10117 Berlin", "Tom Adeyemi", "Curator"),
        ("Sportverein Blau-Gelb", "Am Stadion 2\n01069 Dresden", "Ulrike Brandt", "Board"),
        ("Kranich Verlag", "Buchgasse 9\n04103 Leipzig", "Ines Kaya", "Assistant"),
        ("Theater im Speicher", "Speicherstraße 7\n20457 Hamburg", "Leo Marin", "House manager"),
        ("Auto Reimers", "Chausseestraße 101\n10115 Berlin", "Holger Reimers", "Owner"),
        ("Weingut Sonnenberg", "Am Berg 1\n67433 Neustadt", "Lena Schuster", "Sales"),
    ];
}
