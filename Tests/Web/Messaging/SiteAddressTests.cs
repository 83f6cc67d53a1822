using Microsoft.Extensions.Configuration;
using StaffDashboard.Web.Messaging;

namespace StaffDashboard.Tests.Web.Messaging;

public class SiteAddressTests
{
    [Theory]
    [InlineData("urls", "http://127.0.0.1:6200", "http://127.0.0.1:6200/")]
    [InlineData("urls", "http://0.0.0.0:6200;https://0.0.0.0:6201", "http://localhost:6200/")]
    [InlineData("urls", "http://*:6200", "http://localhost:6200/")]
    [InlineData("http_ports", "8080;8081", "http://localhost:8080/")]
    [InlineData("https_ports", "8443", "https://localhost:8443/")]
    [InlineData(
        "Kestrel:Endpoints:Office:Url",
        "https://office.example.org:8443",
        "https://office.example.org:8443/"
    )]
    [InlineData("nothing", "", "http://localhost:5080/")]
    public void Links_lead_to_where_the_program_listens(string key, string value, string address) =>
        Assert.Equal(address, Of((key, value)).AbsoluteUri);

    [Fact]
    public void The_public_address_goes_first() =>
        Assert.Equal(
            "https://office.example.org/",
            Of(
                ("urls", "http://127.0.0.1:6200"),
                ("StaffDashboard:PublicAddress", "https://office.example.org")
            ).AbsoluteUri
        );

    static Uri Of(params (string Key, string Value)[] settings) =>
        SiteAddress.From(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)
                )
                .Build()
        );
}
