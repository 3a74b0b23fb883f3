using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NKCSI.Cms.DeliveryApi.Index;
using NKCSI.Cms.Imaging;
using NKCSI.Cms.Publishing;
using NKCSI.Search.Lucene;
using NKCSI.Testing;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace NKCSI.Cms.DeliveryApi.Tests.Recordings;

/// <summary>An empty site as the recordings had it, whose Delivery API answers without a server between.</summary>
internal sealed class DeliverySite : IAsyncDisposable
{
    private readonly RequestDelegate _pipeline;

    private DeliverySite(CmsTestHost host)
    {
        Host = host;
        var app = new ApplicationBuilder(host.Services);
        app.UseCmsPublishing();
        app.UseRouting();
#pragma warning disable ASP0014 // There is no WebApplication here that could map by itself.
        app.UseEndpoints(endpoints => endpoints.MapCmsDeliveryApi());
#pragma warning restore ASP0014
        _pipeline = app.Build();
    }

    public CmsTestHost Host { get; }

    public static async Task<DeliverySite> StartAsync(IDictionary<string, string?> settings) =>
        new(
            await CmsTestHost.StartAsync(
                new CmsTestHostOptions
                {
                    Configuration = new Dictionary<string, string?>(settings, StringComparer.Ordinal)
                    {
                        ["Umbraco:CMS:DeliveryApi:Enabled"] = "true",
                    },
                    Assemblies = [typeof(DeliveryApiModule).Assembly, typeof(SearchComposer).Assembly],
                    Compose = cms =>
                    {
                        cms.AddCmsPublishing();
                        cms.AddCmsImaging();
                        cms.AddCmsDeliveryApi();
                        cms.Services.AddRouting();
                        cms.Services.AddProblemDetails();
                        cms.Services.AddSingleton(new DiagnosticListener("Microsoft.AspNetCore"));
                        // The genuine site transliterated Bulgarian as Core does by itself.
                        cms.Services.AddUnique<IShortStringHelper>(_ => new DefaultShortStringHelper(
                            new DefaultShortStringHelperConfig().WithDefault(new RequestHandlerSettings())
                        ));
                    },
                }
            )
        );

    /// <summary>Answers a request after the index has caught up with all that was written.</summary>
    public async Task<DeliveryAnswer> AnswerAsync(string method, string address, JsonObject? headers)
    {
        var worker = Host.Services.GetServices<IHostedService>().OfType<DeliveryIndexWorker>().Single();
        await worker.StartAsync(CancellationToken.None);
        await worker.StopAsync(CancellationToken.None);

        await using var scope = Host.Services.CreateAsyncScope();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Method = method;
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("localhost");
        var parts = address.Split('?', 2);
        context.Request.Path = PathString.FromUriComponent(parts[0]);
        context.Request.QueryString = parts.Length > 1 ? new QueryString("?" + parts[1]) : QueryString.Empty;
        foreach (var (name, value) in headers ?? [])
        {
            context.Request.Headers[name] = value!.GetValue<string>();
        }

        context.Response.Body = body;
        var accessor = Host.Get<IHttpContextAccessor>();
        accessor.HttpContext = context;
        try
        {
            await _pipeline(context);
        }
        finally
        {
            accessor.HttpContext = null;
        }

        var text = System.Text.Encoding.UTF8.GetString(body.ToArray());
        return new DeliveryAnswer(context.Response.StatusCode, text, context.Response.Headers.Location.ToString());
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

/// <summary>What the Delivery API answered.</summary>
internal sealed record DeliveryAnswer(int Status, string Text, string Location);
