using System.Net;
using System.Text;
using Checkout.Http.Frame;
using Checkout.Http.Outgoing;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Outgoing;

/// <summary>The guard around URLs that merchants give, over real sockets.</summary>
public sealed class SafeHttpTests : IAsyncDisposable
{
    private readonly Sockets server = new();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.254")]
    [InlineData("192.168.1.1")]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.8.8")]
    [InlineData("0.0.0.0")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::1")]
    [InlineData("2001:db8::1")]
    public async Task Send_HostResolvesToAClosedAddress_IsRefused(string address)
    {
        using var http = Resolving(_ => [IPAddress.Parse(address)]);

        (await http.Send(Post("https://plugin.example.com/event"), default)).Failure.ShouldBe(
            "The URL leads to an address that is not public."
        );
    }

    [Theory]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:7f00:1]/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://localhost/")]
    public async Task Send_LoopbackOutsideDevelopment_IsRefusedHoweverItIsWritten(string url)
    {
        using var http = new SafeHttp(new HttpSettings(IsDevelopment: false));

        (await http.Send(Post(url), default)).Failure.ShouldBe("The URL leads to an address that is not public.");
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("fe80::1")]
    public async Task Send_PrivateAddressInDevelopment_IsRefusedToo(string address)
    {
        using var http = Resolving(_ => [IPAddress.Parse(address)], isDevelopment: true);

        (await http.Send(Post("https://plugin.example.com/event"), default)).Failure.ShouldBe(
            "The URL leads to an address that is not public."
        );
    }

    [Fact]
    public async Task Send_OneClosedAddressAmongOpenOnes_IsRefused()
    {
        using var http = Resolving(_ => [IPAddress.Parse("93.184.216.34"), IPAddress.Parse("10.0.0.1")]);

        (await http.Send(Post("https://plugin.example.com/"), default)).Failure.ShouldBe("The URL leads to an address that is not public.");
    }

    [Fact]
    public async Task Send_NameThatChangesItsAddress_ConnectsToTheOneThatWasChecked()
    {
        // The name is asked for once a connection: open when it is checked, closed when somebody asks again.
        var asked = 0;
        using var http = Resolving(_ => ++asked == 1 ? [IPAddress.Loopback] : [IPAddress.Parse("10.0.0.1")], isDevelopment: true);
        server.Answer("HTTP/1.1 500 Not TLS\r\n\r\n");

        var reply = await http.Send(Post($"https://rebinding.example.com:{server.Port}/"), default);

        (await server.Connected).ShouldBeTrue();
        asked.ShouldBe(1);
        reply.Failure.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("http://plugin.example.com/", "The URL is not https.")]
    [InlineData("http://127.0.0.1/", "The URL is not https.")]
    [InlineData("ftp://plugin.example.com/", "The URL is not https.")]
    [InlineData("file:///etc/passwd", "The URL is not https.")]
    [InlineData("https://user:password@plugin.example.com/", "The URL holds a user name.")]
    [InlineData("/relative", "The URL is not https.")]
    public void WhyNot_OutsideDevelopment_IsHttpsAndNothingElse(string url, string reason)
    {
        using var http = new SafeHttp(new HttpSettings(IsDevelopment: false));

        http.WhyNot(url).ShouldNotBeNull();
        if (url != "/relative")
            http.WhyNot(url).ShouldBe(reason);
        http.WhyNot("https://plugin.example.com/").ShouldBeNull();
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/", true)]
    [InlineData("http://localhost:8080/", true)]
    [InlineData("http://[::1]:8080/", true)]
    [InlineData("http://plugin.example.com/", false)]
    [InlineData("http://10.0.0.1/", false)]
    public void WhyNot_InDevelopment_IsHttpToLoopbackOnly(string url, bool may)
    {
        using var http = new SafeHttp(new HttpSettings(IsDevelopment: true));

        (http.WhyNot(url) is null).ShouldBe(may);
    }

    [Fact]
    public async Task Send_LoopbackInDevelopment_IsAnswered()
    {
        using var http = new SafeHttp(new HttpSettings(IsDevelopment: true));
        server.Answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");

        var reply = await http.Send(Post(server.Url), default);

        reply.Failure.ShouldBeNull();
        Encoding.UTF8.GetString(reply.Body.Span).ShouldBe("{}");
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Send_Redirect_IsNotFollowed(int status)
    {
        await using var elsewhere = new Sockets();
        elsewhere.Answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var http = new SafeHttp(new HttpSettings(IsDevelopment: true));
        server.Answer($"HTTP/1.1 {status} Go\r\nLocation: {elsewhere.Url}\r\nContent-Length: 0\r\n\r\n");

        (await http.Send(Post(server.Url), default)).Failure.ShouldBe("The answer is a redirect.");

        elsewhere.Connected.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Send_AnswerOfExactlyAMebibyte_IsRead()
    {
        using var http = new SafeHttp(new HttpSettings(IsDevelopment: true));
        server.Answer($"HTTP/1.1 200 OK\r\nContent-Length: {SafeHttp.Limit}\r\n\r\n" + new string('x', SafeHttp.Limit));

        (await http.Send(Post(server.Url), default)).Body.Length.ShouldBe(SafeHttp.Limit);
    }

    [Theory]
    [InlineData("Content-Length: 1048577\r\n\r\n")]
    [InlineData("Connection: close\r\n\r\n")]
    public async Task Send_AnswerLongerThanAMebibyte_IsCutOff(string headers)
    {
        using var http = new SafeHttp(new HttpSettings(IsDevelopment: true));
        server.Answer("HTTP/1.1 200 OK\r\n" + headers + new string('x', SafeHttp.Limit + 1));

        var reply = await http.Send(Post(server.Url), default);

        reply.Failure.ShouldBe("The answer is longer than 1 MiB.");
        reply.Body.Length.ShouldBe(0);
    }

    [Fact]
    public async Task Send_EndlessAnswer_IsCutOffAtTheLimit()
    {
        using var http = new SafeHttp(new HttpSettings(IsDevelopment: true));
        server.AnswerForever("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1000\r\n" + new string('x', 0x1000) + "\r\n");

        (await http.Send(Post(server.Url), default)).Failure.ShouldBe("The answer is longer than 1 MiB.");
    }

    [Fact]
    public async Task Send_HeadersWithoutEnd_AreCutOff()
    {
        using var http = new SafeHttp(new HttpSettings(IsDevelopment: true));
        server.AnswerForever("HTTP/1.1 200 OK\r\n", $"X-Filler: {new string('x', 1000)}\r\n");

        (await http.Send(Post(server.Url), default)).Failure.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")]
    public async Task Send_AnswerThatNeverEnds_StopsWhenTheCallerDoes(string start)
    {
        using var http = new SafeHttp(new HttpSettings(IsDevelopment: true));
        using var limit = new CancellationTokenSource();
        server.AnswerAndWait(start);
        var sending = http.Send(Post(server.Url), limit.Token);
        (await server.Connected).ShouldBeTrue();

        await limit.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(sending);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")]
    public async Task Send_AnswerThatIsLate_IsAFailureAtTheLimitOfTime(string start)
    {
        var time = new FakeTimeProvider();
        using var http = new SafeHttp(new HttpSettings(IsDevelopment: true));
        server.AnswerAndWait(start);
        var sending = http.Send(Post(server.Url), TimeSpan.FromSeconds(15), time, default);
        (await server.Connected).ShouldBeTrue();

        time.Advance(TimeSpan.FromSeconds(14));
        sending.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(1));

        (await sending).Failure.ShouldBe("No answer within 15 s.");
    }

    [Fact]
    public async Task Send_WithALimitOfTime_StillStopsWhenTheCallerDoes()
    {
        using var http = new SafeHttp(new HttpSettings(IsDevelopment: true));
        using var caller = new CancellationTokenSource();
        server.AnswerAndWait("");
        var sending = http.Send(Post(server.Url), TimeSpan.FromSeconds(15), new FakeTimeProvider(), caller.Token);
        (await server.Connected).ShouldBeTrue();

        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(sending);
    }

    [Fact]
    public async Task Send_AnswerThatBreaksOff_IsAFailure()
    {
        using var http = new SafeHttp(new HttpSettings(IsDevelopment: true));
        server.Answer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");

        (await http.Send(Post(server.Url), default)).Failure.ShouldNotBeNull();
    }

    [Fact]
    public async Task Send_NobodyListens_IsAFailure()
    {
        var port = server.Port;
        await server.DisposeAsync();
        using var http = new SafeHttp(new HttpSettings(IsDevelopment: true));

        (await http.Send(Post($"http://127.0.0.1:{port}/"), default)).Failure.ShouldBe("The other side cannot be reached.");
    }

    private static SafeHttp Resolving(Func<string, IPAddress[]> resolve, bool isDevelopment = false) =>
        new(new HttpSettings(isDevelopment), (host, _) => Task.FromResult(resolve(host)));

    private static HttpRequestMessage Post(string url) => new(HttpMethod.Post, url) { Content = new StringContent("{}") };
}
