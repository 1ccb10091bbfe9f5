using Hooklatch;
using Hooklatch.Providers;

namespace Providers;

/// <summary>Providers that sign the body alone.</summary>
internal static class BodySignatureHooks
{
    [Webhook("/aiprise", Methods = ["POST"])]
    [AiPriseSignature(Secret = nameof(ProvidersConfig.AiPriseSecret))]
    public static Task<Verified> AiPrise(WebhookContext context) => Verified.By("aiprise", context);

    [Webhook("/airtable", Methods = ["POST"])]
    [AirtableSignature(Secret = nameof(ProvidersConfig.AirtableSecret))]
    public static Task<Verified> Airtable(WebhookContext context) => Verified.By("airtable", context);

    [Webhook("/asana", Methods = ["POST"])]
    [AsanaSignature(Secret = nameof(ProvidersConfig.AsanaSecret))]
    public static Task<Verified> Asana(WebhookContext context) => Verified.By("asana", context);

    [Webhook("/ashby", Methods = ["POST"])]
    [AshbySignature(Secret = nameof(ProvidersConfig.AshbySecret))]
    public static Task<Verified> Ashby(WebhookContext context) => Verified.By("ashby", context);

    [Webhook("/attentive", Methods = ["POST"])]
    [AttentiveSignature(Secret = nameof(ProvidersConfig.AttentiveSecret))]
    public static Task<Verified> Attentive(WebhookContext context) => Verified.By("attentive", context);

    [Webhook("/attio", Methods = ["POST"])]
    [AttioSignature(Secret = nameof(ProvidersConfig.AttioSecret))]
    public static Task<Verified> Attio(WebhookContext context) => Verified.By("attio", context);

    [Webhook("/bitbucket", Methods = ["POST"])]
    [BitbucketSignature(Secret = nameof(ProvidersConfig.BitbucketSecret))]
    public static Task<Verified> Bitbucket(WebhookContext context) => Verified.By("bitbucket", context);

    [Webhook("/bitbucket-server", Methods = ["POST"])]
    [BitbucketServerSignature(Secret = nameof(ProvidersConfig.BitbucketServerSecret))]
    public static Task<Verified> BitbucketServer(WebhookContext context) => Verified.By("bitbucket-server", context);

    [Webhook("/bridge-api", Methods = ["POST"])]
    [BridgeApiSignature(Secret = nameof(ProvidersConfig.BridgeApiSecret))]
    public static Task<Verified> BridgeApi(WebhookContext context) => Verified.By("bridge-api", context);

    [Webhook("/cal-com", Methods = ["POST"])]
    [CalComSignature(Secret = nameof(ProvidersConfig.CalComSecret))]
    public static Task<Verified> CalCom(WebhookContext context) => Verified.By("cal-com", context);

    [Webhook("/checkout-com", Methods = ["POST"])]
    [CheckoutComSignature(Secret = nameof(ProvidersConfig.CheckoutComSecret))]
    public static Task<Verified> CheckoutCom(WebhookContext context) => Verified.By("checkout-com", context);

    [Webhook("/circleci", Methods = ["POST"])]
    [CircleCISignature(Secret = nameof(ProvidersConfig.CircleCISecret))]
    public static Task<Verified> CircleCI(WebhookContext context) => Verified.By("circleci", context);

    [Webhook("/clio", Methods = ["POST"])]
    [ClioSignature(Secret = nameof(ProvidersConfig.ClioSecret))]
    public static Task<Verified> Clio(WebhookContext context) => Verified.By("clio", context);

    [Webhook("/cursor", Methods = ["POST"])]
    [CursorSignature(Secret = nameof(ProvidersConfig.CursorSecret))]
    public static Task<Verified> Cursor(WebhookContext context) => Verified.By("cursor", context);

    [Webhook("/docusign", Methods = ["POST"])]
    [DocuSignSignature(Secret = nameof(ProvidersConfig.DocuSignSecret))]
    public static Task<Verified> DocuSign(WebhookContext context) => Verified.By("docusign", context);

    [Webhook("/dropbox", Methods = ["POST"])]
    [DropboxSignature(Secret = nameof(ProvidersConfig.DropboxSecret))]
    public static Task<Verified> Dropbox(WebhookContext context) => Verified.By("dropbox", context);

    [Webhook("/enode", Methods = ["POST"])]
    [EnodeSignature(Secret = nameof(ProvidersConfig.EnodeSecret))]
    public static Task<Verified> Enode(WebhookContext context) => Verified.By("enode", context);

    [Webhook("/fastspring", Methods = ["POST"])]
    [FastSpringSignature(Secret = nameof(ProvidersConfig.FastSpringSecret))]
    public static Task<Verified> FastSpring(WebhookContext context) => Verified.By("fastspring", context);

    [Webhook("/fireflies", Methods = ["POST"])]
    [FirefliesSignature(Secret = nameof(ProvidersConfig.FirefliesSecret))]
    public static Task<Verified> Fireflies(WebhookContext context) => Verified.By("fireflies", context);

    [Webhook("/flexport", Methods = ["POST"])]
    [FlexportSignature(Secret = nameof(ProvidersConfig.FlexportSecret))]
    public static Task<Verified> Flexport(WebhookContext context) => Verified.By("flexport", context);

    [Webhook("/forgejo", Methods = ["POST"])]
    [ForgejoSignature(Secret = nameof(ProvidersConfig.ForgejoSecret))]
    public static Task<Verified> Forgejo(WebhookContext context) => Verified.By("forgejo", context);

    [Webhook("/gitea", Methods = ["POST"])]
    [GiteaSignature(Secret = nameof(ProvidersConfig.GiteaSecret))]
    public static Task<Verified> Gitea(WebhookContext context) => Verified.By("gitea", context);

    [Webhook("/github", Methods = ["POST"])]
    [GitHubSignature(Secret = nameof(ProvidersConfig.GitHubSecret))]
    public static Task<Verified> GitHub(WebhookContext context) => Verified.By("github", context);

    [Webhook("/gocardless", Methods = ["POST"])]
    [GoCardlessSignature(Secret = nameof(ProvidersConfig.GoCardlessSecret))]
    public static Task<Verified> GoCardless(WebhookContext context) => Verified.By("gocardless", context);

    [Webhook("/gogs", Methods = ["POST"])]
    [GogsSignature(Secret = nameof(ProvidersConfig.GogsSecret))]
    public static Task<Verified> Gogs(WebhookContext context) => Verified.By("gogs", context);

    [Webhook("/grafana", Methods = ["POST"])]
    [GrafanaSignature(Secret = nameof(ProvidersConfig.GrafanaSecret))]
    public static Task<Verified> Grafana(WebhookContext context) => Verified.By("grafana", context);

    [Webhook("/intercom", Methods = ["POST"])]
    [IntercomSignature(Secret = nameof(ProvidersConfig.IntercomSecret))]
    public static Task<Verified> Intercom(WebhookContext context) => Verified.By("intercom", context);

    [Webhook("/jira", Methods = ["POST"])]
    [JiraSignature(Secret = nameof(ProvidersConfig.JiraSecret))]
    public static Task<Verified> Jira(WebhookContext context) => Verified.By("jira", context);

    [Webhook("/lemon-squeezy", Methods = ["POST"])]
    [LemonSqueezySignature(Secret = nameof(ProvidersConfig.LemonSqueezySecret))]
    public static Task<Verified> LemonSqueezy(WebhookContext context) => Verified.By("lemon-squeezy", context);

    [Webhook("/line", Methods = ["POST"])]
    [LineSignature(Secret = nameof(ProvidersConfig.LineSecret))]
    public static Task<Verified> Line(WebhookContext context) => Verified.By("line", context);

    [Webhook("/linear", Methods = ["POST"])]
    [LinearSignature(Secret = nameof(ProvidersConfig.LinearSecret))]
    public static Task<Verified> Linear(WebhookContext context) => Verified.By("linear", context);

    [Webhook("/meta", Methods = ["POST"])]
    [MetaSignature(Secret = nameof(ProvidersConfig.MetaSecret), VerifyToken = nameof(ProvidersConfig.MetaVerifyToken))]
    public static Task<Verified> Meta(WebhookContext context) => Verified.By("meta", context);

    [Webhook("/notion", Methods = ["POST"])]
    [NotionSignature(Secret = nameof(ProvidersConfig.NotionSecret))]
    public static Task<Verified> Notion(WebhookContext context) => Verified.By("notion", context);

    [Webhook("/pagerduty", Methods = ["POST"])]
    [PagerDutySignature(Secret = nameof(ProvidersConfig.PagerDutySecret))]
    public static Task<Verified> PagerDuty(WebhookContext context) => Verified.By("pagerduty", context);

    [Webhook("/pusher", Methods = ["POST"])]
    [PusherSignature(Secret = nameof(ProvidersConfig.PusherSecret))]
    public static Task<Verified> Pusher(WebhookContext context) => Verified.By("pusher", context);

    [Webhook("/razorpay", Methods = ["POST"])]
    [RazorpaySignature(Secret = nameof(ProvidersConfig.RazorpaySecret))]
    public static Task<Verified> Razorpay(WebhookContext context) => Verified.By("razorpay", context);

    [Webhook("/sentry", Methods = ["POST"])]
    [SentrySignature(Secret = nameof(ProvidersConfig.SentrySecret))]
    public static Task<Verified> Sentry(WebhookContext context) => Verified.By("sentry", context);

    [Webhook("/shopify", Methods = ["POST"])]
    [ShopifySignature(Secret = nameof(ProvidersConfig.ShopifySecret))]
    public static Task<Verified> Shopify(WebhookContext context) => Verified.By("shopify", context);

    [Webhook("/typeform", Methods = ["POST"])]
    [TypeformSignature(Secret = nameof(ProvidersConfig.TypeformSecret))]
    public static Task<Verified> Typeform(WebhookContext context) => Verified.By("typeform", context);

    [Webhook("/vercel", Methods = ["POST"])]
    [VercelSignature(Secret = nameof(ProvidersConfig.VercelSecret), VerifyCode = nameof(ProvidersConfig.VercelVerifyCode))]
    public static Task<Verified> Vercel(WebhookContext context) => Verified.By("vercel", context);

    [Webhook("/woocommerce", Methods = ["POST"])]
    [WooCommerceSignature(Secret = nameof(ProvidersConfig.WooCommerceSecret))]
    public static Task<Verified> WooCommerce(WebhookContext context) => Verified.By("woocommerce", context);

    [Webhook("/x", Methods = ["POST"])]
    [XSignature(Secret = nameof(ProvidersConfig.XSecret))]
    public static Task<Verified> X(WebhookContext context) => Verified.By("x", context);

    [Webhook("/xero", Methods = ["POST"])]
    [XeroSignature(Secret = nameof(ProvidersConfig.XeroSecret))]
    public static Task<Verified> Xero(WebhookContext context) => Verified.By("xero", context);
}
