namespace Hooklatch.Providers;

/// <summary>
/// The names of Twitch's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: dev.twitch.tv/docs/eventsub/eventsub-subscription-types, as github.com/twurple/twurple has it in HelixEventSubApi.ts; as of
/// 2026-08-07. A name that is newer is added with <see cref="KnownEventAttribute"/>.
/// </remarks>
public static class TwitchEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string AutomodMessageHold = "automod.message.hold";
    public const string AutomodMessageUpdate = "automod.message.update";
    public const string AutomodSettingsUpdate = "automod.settings.update";
    public const string AutomodTermsUpdate = "automod.terms.update";
    public const string ChannelAdBreakBegin = "channel.ad_break.begin";
    public const string ChannelBan = "channel.ban";
    public const string ChannelBitsUse = "channel.bits.use";
    public const string ChannelChannelPointsAutomaticRewardRedemptionAdd = "channel.channel_points_automatic_reward_redemption.add";
    public const string ChannelChannelPointsCustomRewardAdd = "channel.channel_points_custom_reward.add";
    public const string ChannelChannelPointsCustomRewardRemove = "channel.channel_points_custom_reward.remove";
    public const string ChannelChannelPointsCustomRewardUpdate = "channel.channel_points_custom_reward.update";
    public const string ChannelChannelPointsCustomRewardRedemptionAdd = "channel.channel_points_custom_reward_redemption.add";
    public const string ChannelChannelPointsCustomRewardRedemptionUpdate = "channel.channel_points_custom_reward_redemption.update";
    public const string ChannelCharityCampaignDonate = "channel.charity_campaign.donate";
    public const string ChannelCharityCampaignProgress = "channel.charity_campaign.progress";
    public const string ChannelCharityCampaignStart = "channel.charity_campaign.start";
    public const string ChannelCharityCampaignStop = "channel.charity_campaign.stop";
    public const string ChannelChatClear = "channel.chat.clear";
    public const string ChannelChatClearUserMessages = "channel.chat.clear_user_messages";
    public const string ChannelChatMessage = "channel.chat.message";
    public const string ChannelChatMessageDelete = "channel.chat.message_delete";
    public const string ChannelChatNotification = "channel.chat.notification";
    public const string ChannelChatUserMessageHold = "channel.chat.user_message_hold";
    public const string ChannelChatUserMessageUpdate = "channel.chat.user_message_update";
    public const string ChannelChatSettingsUpdate = "channel.chat_settings.update";
    public const string ChannelCheer = "channel.cheer";
    public const string ChannelCustomPowerUpRedemptionAdd = "channel.custom_power_up_redemption.add";
    public const string ChannelFollow = "channel.follow";
    public const string ChannelGoalBegin = "channel.goal.begin";
    public const string ChannelGoalEnd = "channel.goal.end";
    public const string ChannelGoalProgress = "channel.goal.progress";
    public const string ChannelHypeTrainBegin = "channel.hype_train.begin";
    public const string ChannelHypeTrainEnd = "channel.hype_train.end";
    public const string ChannelHypeTrainProgress = "channel.hype_train.progress";
    public const string ChannelModerate = "channel.moderate";
    public const string ChannelModeratorAdd = "channel.moderator.add";
    public const string ChannelModeratorRemove = "channel.moderator.remove";
    public const string ChannelPollBegin = "channel.poll.begin";
    public const string ChannelPollEnd = "channel.poll.end";
    public const string ChannelPollProgress = "channel.poll.progress";
    public const string ChannelPredictionBegin = "channel.prediction.begin";
    public const string ChannelPredictionEnd = "channel.prediction.end";
    public const string ChannelPredictionLock = "channel.prediction.lock";
    public const string ChannelPredictionProgress = "channel.prediction.progress";
    public const string ChannelRaid = "channel.raid";
    public const string ChannelSharedChatBegin = "channel.shared_chat.begin";
    public const string ChannelSharedChatEnd = "channel.shared_chat.end";
    public const string ChannelSharedChatUpdate = "channel.shared_chat.update";
    public const string ChannelShieldModeBegin = "channel.shield_mode.begin";
    public const string ChannelShieldModeEnd = "channel.shield_mode.end";
    public const string ChannelShoutoutCreate = "channel.shoutout.create";
    public const string ChannelShoutoutReceive = "channel.shoutout.receive";
    public const string ChannelSubscribe = "channel.subscribe";
    public const string ChannelSubscriptionEnd = "channel.subscription.end";
    public const string ChannelSubscriptionGift = "channel.subscription.gift";
    public const string ChannelSubscriptionMessage = "channel.subscription.message";
    public const string ChannelSuspiciousUserMessage = "channel.suspicious_user.message";
    public const string ChannelSuspiciousUserUpdate = "channel.suspicious_user.update";
    public const string ChannelUnban = "channel.unban";
    public const string ChannelUnbanRequestCreate = "channel.unban_request.create";
    public const string ChannelUnbanRequestResolve = "channel.unban_request.resolve";
    public const string ChannelUpdate = "channel.update";
    public const string ChannelVipAdd = "channel.vip.add";
    public const string ChannelVipRemove = "channel.vip.remove";
    public const string ChannelWarningAcknowledge = "channel.warning.acknowledge";
    public const string ChannelWarningSend = "channel.warning.send";
    public const string DropEntitlementGrant = "drop.entitlement.grant";
    public const string ExtensionBitsTransactionCreate = "extension.bits_transaction.create";
    public const string StreamOffline = "stream.offline";
    public const string StreamOnline = "stream.online";
    public const string UserAuthorizationGrant = "user.authorization.grant";
    public const string UserAuthorizationRevoke = "user.authorization.revoke";
    public const string UserUpdate = "user.update";
    public const string UserWhisperMessage = "user.whisper.message";
#pragma warning restore CS1591
}
