namespace Hooklatch.Http;

/// <summary>
/// The events of the log by name. A number is one event for good, since operators filter by it; a test finds one that is given twice.
/// </summary>
internal static class LogEvents
{
    public const int Plugin = 1;
    public const int Webhook = 2;
    public const int MissingSecret = 3;
    public const int ExactUrlForMany = 4;
    public const int ForwardedAddressIgnored = 5;
    public const int Route = 6;
    public const int NothingMapped = 7;
    public const int SecretUnreadable = 8;
    public const int PluginDisabled = 10;
    public const int PluginFailed = 11;
    public const int PluginSwitched = 12;
    public const int PluginSwitchUnreadable = 13;
    public const int ServicesMissing = 14;
    public const int OptionsNotConfigured = 15;
    public const int ServicesNotChecked = 16;
    public const int ServiceWithdrawn = 17;
    public const int ConfigurationRejected = 20;
    public const int ConfigurationUnusable = 21;
    public const int UnknownKeys = 22;
    public const int ConfigurationStale = 23;
    public const int ConfigurationRead = 24;
    public const int DeliveryRejected = 30;
    public const int HandlerFailed = 31;
    public const int SenderDisconnected = 32;
    public const int BodyNotRead = 33;
    public const int DuplicateDelivery = 34;
    public const int UnhandledEvent = 35;
    public const int DeliveryHandled = 36;
    public const int DeliveriesRejected = 37;
    public const int HandshakeAnswered = 38;
    public const int HandshakesAnswered = 39;
    public const int SecretNotInstalled = 40;
    public const int SecretAlreadyConfigured = 41;
    public const int SecretInstalled = 42;
    public const int SecretNotStored = 43;
    public const int SecretSourceFailed = 44;
    public const int DeliveryTimedOut = 45;
    public const int SpoolFailed = 46;
    public const int SpoolMended = 47;
    public const int TenantSecretUnreadable = 48;
    public const int RefusalExplained = 49;
    public const int RouteBroken = 50;
    public const int RoutesNotMapped = 51;
    public const int HangupReceived = 60;
    public const int InboxOpened = 70;
    public const int InboxUnavailable = 71;
    public const int InboxBack = 72;
    public const int QueuedHandled = 73;
    public const int QueuedRetry = 74;
    public const int QueuedDead = 75;
    public const int QueuedHung = 76;
    public const int InboxSuspects = 77;
    public const int InboxDraining = 78;
    public const int InboxDrained = 79;
    public const int InboxUnserved = 80;
    public const int InboxStale = 81;
    public const int InboxNeedsPerson = 82;
    public const int QueuedPostponed = 83;
    public const int QueuedMoreFailed = 84;
    public const int ScheduleHeld = 95;
    public const int ScheduleAhead = 96;
    public const int InboxKeysKept = 97;
    public const int EndpointLacksSecret = 140;
    public const int ConsoleAddress = 141;
}
