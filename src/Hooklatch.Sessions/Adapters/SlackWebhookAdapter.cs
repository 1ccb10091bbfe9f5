using System.Text;
using Hooklatch.Sessions.Http;

namespace Hooklatch.Sessions.Adapters;

/// <summary>
/// A Slack incoming webhook (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks). Its URL decides where a message
/// goes; the channel of the chat key is a name for people.
/// </summary>
internal sealed class SlackWebhookAdapter(Uri url, ChatService service) : IChatAdapter
{
    public string Name => service.Name;

    public async Task SendAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        if (message.File is not null)
        {
            throw new ChatException(
                ChatFailure.Unsupported,
                $"{Name} is a Slack incoming webhook, which takes no files: configure Token in place of WebhookUrl."
            );
        }

        var text = new SlackText(SlackAdapter.Escape(message.Text));
        var answer = await service.PostAsync(url, text, SlackJson.Default.SlackText, token: null, cancellationToken);
        if (!answer.IsSuccess)
        {
            // One word, such as channel_is_archived.
            throw service.Failure(answer, Encoding.UTF8.GetString(answer.Body));
        }
    }
}
