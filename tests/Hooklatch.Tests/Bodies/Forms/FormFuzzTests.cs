using System.Text;
using CsCheck;
using Hooklatch.Bodies.Forms;

namespace Hooklatch.Tests.Bodies.Forms;

public class FormFuzzTests
{
    private static readonly string Valid = TestForms.Whole("pre\r\n", TestForms.Field("a", "1"), TestForms.File("f", "f.txt", "content"));

    [Fact]
    public async Task Damaged_forms_never_throw_and_read_the_same_through_every_window()
    {
        var damage = Gen.Select(Gen.Int[0, Valid.Length - 1], Gen.Char["\r\n-b:;=\"\\*'%\0\u00ffx"]).Array[1, 4];

        await damage.SampleAsync(
            async changes =>
            {
                var body = Encoding.Latin1.GetBytes(Valid);
                foreach (var (at, to) in changes)
                {
                    body[at] = (byte)to;
                }

                await AssertAgreementAsync(body, TestForms.Multipart);
            },
            iter: 2000,
            threads: 1
        );
    }

    [Fact]
    public async Task Arbitrary_bytes_never_throw_and_read_the_same_through_every_window()
    {
        var bytes = Gen.OneOf(Gen.Byte, Gen.Char["&=%+0aF"].Select(character => (byte)character)).Array[0, 60];

        await bytes.SampleAsync(
            async body =>
            {
                await AssertAgreementAsync(body, TestForms.UrlEncoded);
                await AssertAgreementAsync([.. "--b\r\n"u8, .. body], TestForms.Multipart);
            },
            iter: 2000,
            threads: 1
        );
    }

    [Fact]
    public void Arbitrary_content_types_never_throw() =>
        Gen.String.Sample(contentType => _ = FormReader.Read("a=1"u8.ToArray(), contentType), iter: 2000, threads: 1);

    private static async Task AssertAgreementAsync(byte[] body, string contentType)
    {
        var results = await TestForms.ReadInEveryWayAsync(body, contentType);
        foreach (var result in results)
        {
            Assert.Equal(results[0].Failure, result.Failure);
            if (result.Succeeded)
            {
                Assert.Equal(await AspNetForms.DescribeAsync(results[0].Form!), await AspNetForms.DescribeAsync(result.Form));
            }
        }
    }
}
