using System.Net.Http.Headers;
using System.Text;

namespace Hooklatch.Sessions.Http;

/// <summary>
/// A form as browsers write it: quoted names, file names as UTF-8. <see cref="MultipartFormDataContent"/> writes <c>=?utf-8?B?…?=</c> for
/// any other than ASCII, which chats show as it stands.
/// </summary>
internal sealed class ChatForm : MultipartContent
{
    public ChatForm()
        : this("----hooklatch" + Guid.NewGuid().ToString("n")) { }

    private ChatForm(string boundary)
        : base("form-data", boundary)
    {
        HeaderEncodingSelector = (_, _) => Encoding.UTF8;
        // Without the quotes, which need not be there and which not every server expects.
        Headers.ContentType!.Parameters.Clear();
        Headers.ContentType.Parameters.Add(new NameValueHeaderValue("boundary", boundary));
    }

    public ChatForm Field(string name, string value, string? mediaType = null) =>
        Part(new ByteArrayContent(Encoding.UTF8.GetBytes(value)), $"form-data; name=\"{name}\"", mediaType);

    public ChatForm File(string name, ChatFile file)
    {
        // As https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data escapes it.
        var fileName = file.Name.Replace("\"", "%22", StringComparison.Ordinal);
        return Part(new StreamContent(file.OpenRead()), $"form-data; name=\"{name}\"; filename=\"{fileName}\"", file.MediaType);
    }

    private ChatForm Part(HttpContent content, string disposition, string? mediaType)
    {
        content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        content.Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);
        Add(content);
        return this;
    }
}
