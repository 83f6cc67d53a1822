using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using StaffDashboard.Web.Hosting;

namespace StaffDashboard.Tests.Web.Hosting;

public class PlainConsoleTests
{
    [Theory]
    [InlineData("/team/\e[2J\e]0;owned\a")]
    [InlineData("/team/\u009b31m")]
    [InlineData("/team\r\n12:00:00 info: all is well")]
    [InlineData("/team/\u202Egnp.exe\u2028\u2029\u200B\0\b\u007f")]
    public void Terminal_control_characters_are_removed_from_logs(string path)
    {
        foreach (var failure in new[] { null, new InvalidOperationException($"No {path}.") })
        {
            var line = Written($"Refused {path} to nobody", failure);

            Assert.Contains("Refused /team", line, StringComparison.Ordinal);
            Assert.Contains("to nobody", line, StringComparison.Ordinal);
            Assert.Equal(failure is not null, line.Contains("No /team", StringComparison.Ordinal));
            Assert.EndsWith(Environment.NewLine, line, StringComparison.Ordinal);
            Assert.DoesNotContain(line[..^Environment.NewLine.Length], char.IsControl);
            Assert.DoesNotContain(line, c => c is >= '\u200B' and <= '\u202E');
        }
    }

    [Fact]
    public void What_is_text_stays() =>
        Assert.Contains("Đỗ 👋 Müller", Written("Đỗ 👋 Müller", null), StringComparison.Ordinal);

    static string Written(string text, Exception? failure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddQuietLogging();
        builder.Services.Configure<SimpleConsoleFormatterOptions>(simple =>
            simple.ColorBehavior = LoggerColorBehavior.Disabled
        );
        using var services = builder.Services.BuildServiceProvider();
        var name = services
            .GetRequiredService<IOptions<ConsoleLoggerOptions>>()
            .Value.FormatterName;
        var formatter = services.GetServices<ConsoleFormatter>().Single(f => f.Name == name);
        using var console = new StringWriter();
        formatter.Write(
            new LogEntry<string>(LogLevel.Warning, "StaffDashboard", 0, text, failure, (s, _) => s),
            null,
            console
        );
        return console.ToString();
    }
}
