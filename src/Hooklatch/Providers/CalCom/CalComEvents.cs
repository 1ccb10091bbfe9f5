namespace Hooklatch.Providers;

/// <summary>
/// The names of Cal.com's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: github.com/calcom/cal.com, packages/prisma/schema.prisma, the enumeration WebhookTriggerEvents; as of 2026-11-29. A name
/// that is newer is added with <see cref="KnownEventAttribute"/>.
/// <para>The list was gathered from public code and documentation, and was not compared with that page name by name.</para>
/// </remarks>
public static class CalComEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string AfterGuestsCalVideoNoShow = "AFTER_GUESTS_CAL_VIDEO_NO_SHOW";
    public const string AfterHostsCalVideoNoShow = "AFTER_HOSTS_CAL_VIDEO_NO_SHOW";
    public const string BookingCancelled = "BOOKING_CANCELLED";
    public const string BookingCreated = "BOOKING_CREATED";
    public const string BookingNoShowUpdated = "BOOKING_NO_SHOW_UPDATED";
    public const string BookingPaid = "BOOKING_PAID";
    public const string BookingPaymentInitiated = "BOOKING_PAYMENT_INITIATED";
    public const string BookingRejected = "BOOKING_REJECTED";
    public const string BookingRequested = "BOOKING_REQUESTED";
    public const string BookingRescheduled = "BOOKING_RESCHEDULED";
    public const string DelegationCredentialError = "DELEGATION_CREDENTIAL_ERROR";
    public const string FormSubmitted = "FORM_SUBMITTED";
    public const string FormSubmittedNoEvent = "FORM_SUBMITTED_NO_EVENT";
    public const string InstantMeeting = "INSTANT_MEETING";
    public const string MeetingEnded = "MEETING_ENDED";
    public const string MeetingStarted = "MEETING_STARTED";
    public const string OooCreated = "OOO_CREATED";
    public const string Ping = "PING";
    public const string RecordingReady = "RECORDING_READY";
    public const string RecordingTranscriptionGenerated = "RECORDING_TRANSCRIPTION_GENERATED";
    public const string WrongAssignmentReport = "WRONG_ASSIGNMENT_REPORT";
#pragma warning restore CS1591
}
