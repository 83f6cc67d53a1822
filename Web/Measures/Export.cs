using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Measures;

/// <summary>Sends figures and activities to a collector, where one is configured.</summary>
sealed class Export(MeasureSettings settings, Node node) : IHostedService, IDisposable
{
    static readonly string[] Meters =
    [
        "StaffDashboard.*",
        "Npgsql",
        "System.Runtime",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.Http.Connections",
    ];

    static readonly string[] Activities = ["StaffDashboard.*", "Npgsql", "Microsoft.AspNetCore"];

    MeterProvider? figures;
    TracerProvider? activities;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Collector is not { } collector)
            return Task.CompletedTask;
        var self = ResourceBuilder
            .CreateEmpty()
            .AddService("StaffDashboard", serviceInstanceId: node.Id);
        figures = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(self)
            .AddMeter(Meters)
            .AddOtlpExporter(to => Send(to, collector, "v1/metrics"))
            .Build();
        activities = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(self)
            .AddSource(Activities)
            .AddOtlpExporter(to => Send(to, collector, "v1/traces"))
            .Build();
        return Task.CompletedTask;
    }

    // Disposing sends what is left, too, but gives a slow collector five seconds at most.
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task sent = Task.WhenAll(
            Task.Run(() => figures?.ForceFlush(), CancellationToken.None),
            Task.Run(() => activities?.ForceFlush(), CancellationToken.None)
        );
        await sent.WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        figures?.Dispose();
        activities?.Dispose();
    }

    static void Send(OtlpExporterOptions to, Uri collector, string signal)
    {
        to.Protocol = OtlpExportProtocol.HttpProtobuf;
        to.Endpoint = new Uri($"{collector.ToString().TrimEnd('/')}/{signal}");
    }
}
