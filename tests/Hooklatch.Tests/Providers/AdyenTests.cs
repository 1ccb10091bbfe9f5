using System.Text;

namespace Hooklatch.Tests.Providers;

public sealed class AdyenTests
{
    private const string Key = "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056";

    [Fact]
    public async Task What_Adyens_library_signs_verifies()
    {
        var vector = Assert.Single(CodeVector.Of("adyen"));
        var verdict = await Bench(vector.Secret).VerifyAsync(vector.Request);

        Assert.Equal("EVENT", verdict.Event);
        Assert.StartsWith("pspReference:EVENT:true:", verdict.DeliveryId);
        Assert.Equal("[accepted]", Encoding.UTF8.GetString(verdict.Acknowledgement!.Body.Span));
    }

    [Fact]
    public async Task Every_signed_byte_counts()
    {
        var request = new BenchRequest(AdyenNotification.Envelope(new AdyenNotification().Signed(Key)));
        var body = Encoding.UTF8.GetString(request.Body);
        // All values from the reference on are signed; names and the envelope before them are not.
        var values = new HashSet<int>(
            from value in (string[])["7914073381342284", "TestMerchant", "TestPayment-1", "1130", "EUR", "AUTHORISATION", "true"]
            let start = body.IndexOf(value, StringComparison.Ordinal)
            from i in Enumerable.Range(start, value.Length)
            select i
        );

        await Corruption.IsRejectedAsync(Bench(), request, values.Contains);
    }

    [Fact]
    public async Task Every_notification_must_be_signed()
    {
        Assert.Equal(
            200,
            await Bench()
                .StatusAsync(
                    new BenchRequest(
                        AdyenNotification.Envelope(
                            new AdyenNotification().Signed(Key),
                            new AdyenNotification { Reference = "2" }.Signed(Key)
                        )
                    )
                )
        );
        Assert.Equal(
            403,
            await Bench()
                .StatusAsync(
                    new BenchRequest(
                        AdyenNotification.Envelope(
                            new AdyenNotification().Signed(Key),
                            new AdyenNotification { Reference = "2" }.Signed(Key, new string('A', 43) + "=")
                        )
                    )
                )
        );
        Assert.Equal(
            400,
            await Bench()
                .StatusAsync(
                    new BenchRequest(AdyenNotification.Envelope(new AdyenNotification().Signed(Key), """{"NotificationRequestItem":{}}"""))
                )
        );
        Assert.Equal(403, await Bench().StatusAsync(new BenchRequest(AdyenNotification.Envelope())));
        Assert.Equal(
            403,
            await Bench()
                .StatusAsync(new BenchRequest(AdyenNotification.Envelope([.. Enumerable.Repeat(new AdyenNotification().Signed(Key), 101)])))
        );
    }

    /// <summary>Adyen's own libraries join the fields as they are, and its platform signs that.</summary>
    [Theory]
    [InlineData("PSP1", "a:b", "pjf7CWynOB1SRPao7L2r2gu+YQeyPMrvEoakdcn/ySg=")]
    [InlineData("PSP1", @"a\b", null)]
    [InlineData("PSP1", @"\:/\/slashes: are\\fun:", null)]
    public async Task A_reference_with_dividers_is_signed_as_it_stands(string pspReference, string reference, string? signature)
    {
        var zeros = new string('0', 64);
        var fields = new AdyenNotification
        {
            Psp = pspReference,
            Account = "ACC",
            Reference = reference,
            Value = "7500",
            Currency = "SEK",
        };

        Assert.Equal(200, await Bench(zeros).StatusAsync(new BenchRequest(AdyenNotification.Envelope(fields.Signed(zeros, signature)))));
        Assert.Equal(
            403,
            await Bench(zeros)
                .StatusAsync(new BenchRequest(AdyenNotification.Envelope(fields.Signed(zeros, fields.SignatureOfEscaped(zeros)))))
        );
    }

    /// <summary>The signature fits all of them. Only one is what Adyen sent.</summary>
    [Fact]
    public async Task A_signed_text_that_is_divided_anew_is_403()
    {
        var sent = new AdyenNotification
        {
            Psp = "PSP1",
            Account = "ACC",
            Reference = "shop1:42:1:EUR:AUTHORISATION:false",
        };
        var signature = sent.SignatureOf(Key);
        AdyenNotification[] divided =
        [
            sent with
            {
                Psp = "PSP1:",
                Original = "ACC",
                Account = "shop1",
                Reference = "42:1:EUR:AUTHORISATION:false",
            },
            sent with
            {
                Original = ":ACC",
                Account = "shop1",
                Reference = "42:1:EUR:AUTHORISATION:false",
            },
            sent with
            {
                Account = "ACC:shop1",
                Reference = "42:1:EUR:AUTHORISATION:false",
            },
            sent with
            {
                Reference = "shop1:42",
                Value = "1",
                Code = "AUTHORISATION:false:1130:EUR:AUTHORISATION",
            },
            sent with
            {
                Reference = "shop1:42",
                Value = "1",
                Currency = "EUR:AUTHORISATION:false:1130:EUR",
            },
            sent with
            {
                Reference = "shop1:42",
                Value = "1:EUR:AUTHORISATION:false:1130",
            },
            sent with
            {
                Reference = "shop1:42",
                Value = "1",
                Success = "false:1130:EUR:AUTHORISATION:true",
            },
        ];

        Assert.Equal(200, await Bench().StatusAsync(new BenchRequest(AdyenNotification.Envelope(sent.Signed(Key)))));
        Assert.All(divided, fields => Assert.Equal(sent.Text, fields.Text));
        foreach (var fields in divided)
        {
            Assert.Equal(403, await Bench().StatusAsync(new BenchRequest(AdyenNotification.Envelope(fields.Signed(Key, signature)))));
        }
    }

    /// <summary>The reference of a report is the name of its file, which may hold times of day.</summary>
    [Fact]
    public async Task A_reports_reference_may_hold_dividers_and_none_of_its_other_fields()
    {
        const string Report = "report_2022-11-01T00:00:00_2022-11-02T23:59:59.csv";
        var report = new AdyenNotification
        {
            Psp = Report,
            Reference = "",
            Code = "REPORT_AVAILABLE",
        };

        Assert.Equal(200, await Bench().StatusAsync(new BenchRequest(AdyenNotification.Envelope(report.Signed(Key)))));
        var other = report with
        {
            Psp = "report_2022-11-01T00",
            Original = "00:00_2022-11-02T23:59:59.csv",
            Account = "",
            Reference = "TestMerchant:",
        };
        Assert.Equal(report.Text, other.Text);
        Assert.Equal(403, await Bench().StatusAsync(new BenchRequest(AdyenNotification.Envelope(other.Signed(Key)))));
        Assert.Equal(
            403,
            await Bench().StatusAsync(new BenchRequest(AdyenNotification.Envelope((report with { Reference = "a:b" }).Signed(Key))))
        );
        Assert.Equal(
            403,
            await Bench().StatusAsync(new BenchRequest(AdyenNotification.Envelope((report with { Code = "AUTHORISATION" }).Signed(Key))))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"notificationItems":{}}""")]
    [InlineData("""{"notificationItems":[1],"notificationItems":[]}""")]
    public async Task What_is_no_notification_is_403(string body) => Assert.Equal(403, await Bench().StatusAsync(new BenchRequest(body)));

    /// <summary>Adyen repeats a notification with the same signed text. Whatever differs in it makes another one.</summary>
    [Fact]
    public async Task Notifications_that_differ_in_anything_signed_have_ids_of_their_own()
    {
        var one = new AdyenNotification { Reference = "a:b" };
        AdyenNotification[] all =
        [
            one,
            one with
            {
                Success = "false",
            },
            one with
            {
                Code = "CAPTURE",
            },
            one with
            {
                Value = "1131",
            },
            one with
            {
                Currency = "SEK",
            },
            one with
            {
                Reference = "a",
            },
            one with
            {
                Original = "7914073381342283",
            },
            one with
            {
                Account = "Other",
            },
            one with
            {
                Psp = "7914073381342285",
            },
        ];

        var ids = new List<string?>();
        foreach (var fields in all)
        {
            ids.Add(await IdAsync(AdyenNotification.Envelope(fields.Signed(Key))));
        }

        Assert.DoesNotContain(null, ids);
        Assert.Equal(all.Length, ids.Distinct().Count());
    }

    [Fact]
    public async Task What_is_not_signed_makes_no_other_id()
    {
        var item = new AdyenNotification().Signed(Key);
        var id = await IdAsync(AdyenNotification.Envelope(item));

        Assert.StartsWith("7914073381342284:AUTHORISATION:true:", id);
        Assert.Equal(
            id,
            await IdAsync(AdyenNotification.Envelope(item.Replace("\"eventCode\"", "\"eventDate\":\"2026-01-01T00:00:00Z\",\"eventCode\"")))
        );
        Assert.Equal(
            id,
            await IdAsync(
                AdyenNotification.Envelope(
                    item.Replace("\"true\"", "true").Replace("1130", "\"1130\"").Replace("\"7914073381342284\"", "7914073381342284")
                )
            )
        );
        Assert.Equal(
            id,
            await IdAsync(AdyenNotification.Envelope(item.Replace("\"eventCode\"", "\"originalReference\":\"\",\"eventCode\"")))
        );
    }

    /// <summary>A report that is made anew has the name of the one before, two notifications without a reference have none, and several are not one.</summary>
    [Fact]
    public async Task What_cannot_be_told_from_another_notification_has_no_id()
    {
        Assert.Null(
            await IdAsync(
                AdyenNotification.Envelope(
                    new AdyenNotification { Psp = "settlement_detail_report_batch_1.csv", Code = "REPORT_AVAILABLE" }.Signed(Key)
                )
            )
        );
        Assert.Null(await IdAsync(AdyenNotification.Envelope(new AdyenNotification { Psp = "" }.Signed(Key))));
        Assert.Null(await IdAsync(AdyenNotification.Envelope(new AdyenNotification { Psp = null }.Signed(Key))));
        Assert.Null(
            await IdAsync(AdyenNotification.Envelope(new AdyenNotification().Signed(Key), new AdyenNotification { Psp = "2" }.Signed(Key)))
        );
    }

    [Fact]
    public async Task Without_a_secret_it_is_500_and_reported()
    {
        var bench = new VerifierBench(new AdyenSignatureAttribute());

        Assert.Equal("Secret", bench.MissingSetting);
        Assert.Equal(500, await bench.StatusAsync(new BenchRequest(AdyenNotification.Envelope(new AdyenNotification().Signed(Key)))));
    }

    [Fact]
    public async Task Keys_are_hexadecimal_and_rotate()
    {
        var request = new BenchRequest(AdyenNotification.Envelope(new AdyenNotification().Signed(Key)));

        Assert.Equal(1, (await Bench("00\n" + Key).VerifyAsync(request)).SecretIndex);
        Assert.Equal(200, await Bench(Key.ToLowerInvariant()).StatusAsync(request));
        Assert.Equal(403, await Bench("00").StatusAsync(request));
        Assert.Equal(500, await Bench("no hex").StatusAsync(request));
        Assert.Equal(500, await Bench(" ").StatusAsync(request));
    }

    private static VerifierBench Bench(string key = Key) => new(new AdyenSignatureAttribute { Secret = "Key" }, ("Key", key));

    private static async Task<string?> IdAsync(string body)
    {
        var verdict = await Bench().VerifyAsync(new BenchRequest(body));
        Assert.Null(verdict.Rejection);
        return verdict.DeliveryId;
    }
}
