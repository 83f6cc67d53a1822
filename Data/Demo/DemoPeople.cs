namespace StaffDashboard.Data.Demo;

/// <summary>Who works in the demo office. Invented, all of them.</summary>
static class DemoPeople
{
    internal static readonly string[] Names =
    [
        "Amira Yılmaz",
        "Ben Okafor",
        "Chiara Rossi",
        "Dmitri Petrov",
        "Elif Demir",
        "Farid Haddad",
        "Greta Lindström",
        "Hugo Marín",
        "Inês Carvalho",
        "Jonas Weiß",
        "Katarzyna Wiśniewska",
        "Luka Kovačević",
        "Mai Nguyễn",
        "Noah Schäfer",
        "Oluwaseun Adeyemi",
        "Petra Nováková",
        "Quentin Lefèvre",
        "Rosa Jiménez",
        "Søren Østergaard",
        "Tomáš Dvořák",
        "Ursula Brändle",
        "Víctor Núñez",
        "Wanjiru Kamau",
        "Xenia Papadopoulou",
        "Yusuf Öztürk",
        "Zofia Dąbrowska",
        "Anaïs Dubois",
        "Björn Þórsson",
        "Camila Gonçalves",
        "Dávid Szűcs",
        "Eilidh MacLeod",
        "Fatou Diallo",
        "Gergő Horváth",
        "Hannah Müller",
        "Ivana Jurić",
        "João Pereira",
        "Khadija Benali",
        "Lars Bøe",
        "Mirela Ionescu",
        "Nikola Đorđević",
        "Óscar Peña",
        "Priya Raghunathan",
        "Rania El-Masri",
        "Siobhán O'Brien",
        "Thảo Trần",
        "Uğur Şahin",
        "Vera Sokolova",
        "Wojciech Łukasik",
        "Ximena Ordóñez",
        "Yara Al-Khatib",
        "Zoë van der Berg",
        "Aleksandar Ilić",
        "Beatriz Simões",
        "Çağla Aydın",
        "Daniel Kim",
        "Emeka Nwosu",
        "Franziska Jäger",
        "Giulia D'Angelo",
        "Hiroko Tanaka",
        "Ismaël Traoré",
    ];

    internal static readonly (string Name, int Hue, string[] Skills)[] Roles =
    [
        ("Bar", 7, ["cocktails", "barista", "wine", "draught beer"]),
        ("Service", 5, ["fine dining", "banquets", "three plates", "wine"]),
        ("Kitchen", 2, ["hygiene certificate", "pastry", "grill", "vegan"]),
        ("Set-up", 9, ["forklift", "driver", "rigging", "first aid"]),
        ("Host", 10, ["guest list", "cloakroom", "first aid"]),
        ("Logistics", 3, ["driver", "forklift", "stock"]),
        ("Sound and light", 8, ["mixing desk", "rigging", "follow spot"]),
        ("Shift lead", 6, ["team lead", "briefing", "cash desk", "first aid"]),
    ];

    internal static readonly string[] Languages =
    [
        "English",
        "German",
        "French",
        "Italian",
        "Spanish",
        "Turkish",
        "Polish",
        "Arabic",
    ];

    internal static readonly string[] Notes =
    [
        "Has a car and takes two others along.",
        "Not on Thursdays: lectures until 18:00.",
        "Prefers early shifts.",
        "Size M shirt; brings own apron.",
        "Knows the Elbe hall well.",
        "Back from parental leave in spring.",
    ];
}
