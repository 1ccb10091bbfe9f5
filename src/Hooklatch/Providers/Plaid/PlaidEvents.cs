namespace Hooklatch.Providers;

/// <summary>
/// The names of Plaid's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: github.com/plaid/plaid-openapi, 2020-09-14.yml; as of 2026-08-07. A name that is newer is added with
/// <see cref="KnownEventAttribute"/>.
/// </remarks>
public static class PlaidEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string Assets = "ASSETS";
    public const string AssetsError = "ASSETS.ERROR";
    public const string AssetsProductReady = "ASSETS.PRODUCT_READY";
    public const string Auth = "AUTH";
    public const string AuthAutomaticallyVerified = "AUTH.AUTOMATICALLY_VERIFIED";
    public const string AuthDefaultUpdate = "AUTH.DEFAULT_UPDATE";
    public const string AuthProductPermissionsRequired = "AUTH.PRODUCT_PERMISSIONS_REQUIRED";
    public const string AuthSmsMicrodepositsVerification = "AUTH.SMS_MICRODEPOSITS_VERIFICATION";
    public const string AuthVerificationExpired = "AUTH.VERIFICATION_EXPIRED";
    public const string BankTransfers = "BANK_TRANSFERS";
    public const string BankTransfersBankTransfersEventsUpdate = "BANK_TRANSFERS.BANK_TRANSFERS_EVENTS_UPDATE";
    public const string BaseReport = "BASE_REPORT";
    public const string BaseReportError = "BASE_REPORT.ERROR";
    public const string Beacon = "BEACON";
    public const string BeaconDuplicateDetected = "BEACON.DUPLICATE_DETECTED";
    public const string BeaconReportCreated = "BEACON.REPORT_CREATED";
    public const string BeaconReportSyndicationCreated = "BEACON.REPORT_SYNDICATION_CREATED";
    public const string BeaconReportUpdated = "BEACON.REPORT_UPDATED";
    public const string BeaconUserStatusUpdated = "BEACON.USER_STATUS_UPDATED";
    public const string CashFlowUpdates = "CASH_FLOW_UPDATES";
    public const string CashFlowUpdatesCashFlowInsightsUpdated = "CASH_FLOW_UPDATES.CASH_FLOW_INSIGHTS_UPDATED";
    public const string CashFlowUpdatesExpectedDepositMissed = "CASH_FLOW_UPDATES.EXPECTED_DEPOSIT_MISSED";
    public const string CashFlowUpdatesInsightsUpdated = "CASH_FLOW_UPDATES.INSIGHTS_UPDATED";
    public const string CashFlowUpdatesLargeDepositDetected = "CASH_FLOW_UPDATES.LARGE_DEPOSIT_DETECTED";
    public const string CashFlowUpdatesLowBalanceDetected = "CASH_FLOW_UPDATES.LOW_BALANCE_DETECTED";
    public const string CashFlowUpdatesNewIncomeStreamDetected = "CASH_FLOW_UPDATES.NEW_INCOME_STREAM_DETECTED";
    public const string CashFlowUpdatesNewLoanPaymentDetected = "CASH_FLOW_UPDATES.NEW_LOAN_PAYMENT_DETECTED";
    public const string CashFlowUpdatesNsfOverdraftDetected = "CASH_FLOW_UPDATES.NSF_OVERDRAFT_DETECTED";
    public const string CheckReport = "CHECK_REPORT";
    public const string CheckReportCheckReportFailed = "CHECK_REPORT.CHECK_REPORT_FAILED";
    public const string CheckReportCheckReportReady = "CHECK_REPORT.CHECK_REPORT_READY";
    public const string CheckReportUpgradeFailed = "CHECK_REPORT.UPGRADE_FAILED";
    public const string CheckReportUserCheckReportFailed = "CHECK_REPORT.USER_CHECK_REPORT_FAILED";
    public const string CheckReportUserCheckReportReady = "CHECK_REPORT.USER_CHECK_REPORT_READY";
    public const string CraIncome = "CRA_INCOME";
    public const string CraIncomeBankIncomeComplete = "CRA_INCOME.BANK_INCOME_COMPLETE";
    public const string CraIncomeError = "CRA_INCOME.ERROR";
    public const string CraInsights = "CRA_INSIGHTS";
    public const string CraInsightsPartnerInsightsComplete = "CRA_INSIGHTS.PARTNER_INSIGHTS_COMPLETE";
    public const string CraInsightsPartnerInsightsError = "CRA_INSIGHTS.PARTNER_INSIGHTS_ERROR";
    public const string DashboardConfiguredAlert = "DASHBOARD_CONFIGURED_ALERT";
    public const string DashboardConfiguredAlertInstitutionStatusAlertTriggered =
        "DASHBOARD_CONFIGURED_ALERT.INSTITUTION_STATUS_ALERT_TRIGGERED";
    public const string EntityScreening = "ENTITY_SCREENING";
    public const string EntityScreeningStatusUpdated = "ENTITY_SCREENING.STATUS_UPDATED";
    public const string Holdings = "HOLDINGS";
    public const string HoldingsDefaultUpdate = "HOLDINGS.DEFAULT_UPDATE";
    public const string Identity = "IDENTITY";
    public const string IdentityDefaultUpdate = "IDENTITY.DEFAULT_UPDATE";
    public const string IdentityProductPermissionsRequired = "IDENTITY.PRODUCT_PERMISSIONS_REQUIRED";
    public const string IdentityVerification = "IDENTITY_VERIFICATION";
    public const string IdentityVerificationRetried = "IDENTITY_VERIFICATION.RETRIED";
    public const string IdentityVerificationStatusUpdated = "IDENTITY_VERIFICATION.STATUS_UPDATED";
    public const string IdentityVerificationStepUpdated = "IDENTITY_VERIFICATION.STEP_UPDATED";
    public const string Income = "INCOME";
    public const string IncomeBankIncomeComplete = "INCOME.BANK_INCOME_COMPLETE";
    public const string IncomeBankIncomeRefreshComplete = "INCOME.BANK_INCOME_REFRESH_COMPLETE";
    public const string IncomeBankIncomeRefreshUpdate = "INCOME.BANK_INCOME_REFRESH_UPDATE";
    public const string IncomeIncomeVerification = "INCOME.INCOME_VERIFICATION";
    public const string IncomeIncomeVerificationRefreshReconnectNeeded = "INCOME.INCOME_VERIFICATION_REFRESH_RECONNECT_NEEDED";
    public const string IncomeIncomeVerificationRiskSignals = "INCOME.INCOME_VERIFICATION_RISK_SIGNALS";
    public const string IncomeProductReady = "INCOME.PRODUCT_READY";
    public const string InvestmentsTransactions = "INVESTMENTS_TRANSACTIONS";
    public const string InvestmentsTransactionsDefaultUpdate = "INVESTMENTS_TRANSACTIONS.DEFAULT_UPDATE";
    public const string InvestmentsTransactionsHistoricalUpdate = "INVESTMENTS_TRANSACTIONS.HISTORICAL_UPDATE";
    public const string Issues = "ISSUES";
    public const string IssuesIssueResolved = "ISSUES.ISSUE_RESOLVED";
    public const string Item = "ITEM";
    public const string ItemError = "ITEM.ERROR";
    public const string ItemLoginRepaired = "ITEM.LOGIN_REPAIRED";
    public const string ItemNewAccountsAvailable = "ITEM.NEW_ACCOUNTS_AVAILABLE";
    public const string ItemPendingDisconnect = "ITEM.PENDING_DISCONNECT";
    public const string ItemPendingExpiration = "ITEM.PENDING_EXPIRATION";
    public const string ItemUserAccountRevoked = "ITEM.USER_ACCOUNT_REVOKED";
    public const string ItemUserPermissionRevoked = "ITEM.USER_PERMISSION_REVOKED";
    public const string ItemWebhookUpdateAcknowledged = "ITEM.WEBHOOK_UPDATE_ACKNOWLEDGED";
    public const string Layer = "LAYER";
    public const string LayerLayerAuthenticationPassed = "LAYER.LAYER_AUTHENTICATION_PASSED";
    public const string Liabilities = "LIABILITIES";
    public const string LiabilitiesDefaultUpdate = "LIABILITIES.DEFAULT_UPDATE";
    public const string Link = "LINK";
    public const string LinkEvents = "LINK.EVENTS";
    public const string LinkItemAddResult = "LINK.ITEM_ADD_RESULT";
    public const string LinkSessionFinished = "LINK.SESSION_FINISHED";
    public const string LinkDelivery = "LINK_DELIVERY";
    public const string LinkDeliveryDeliveryStatus = "LINK_DELIVERY.DELIVERY_STATUS";
    public const string LinkDeliveryLinkCallback = "LINK_DELIVERY.LINK_CALLBACK";
    public const string Partner = "PARTNER";
    public const string PartnerEndCustomerOauthStatusUpdated = "PARTNER.END_CUSTOMER_OAUTH_STATUS_UPDATED";
    public const string PaymentInitiation = "PAYMENT_INITIATION";
    public const string PaymentInitiationConsentStatusUpdate = "PAYMENT_INITIATION.CONSENT_STATUS_UPDATE";
    public const string PaymentInitiationPaymentStatusUpdate = "PAYMENT_INITIATION.PAYMENT_STATUS_UPDATE";
    public const string ProcessorToken = "PROCESSOR_TOKEN";
    public const string ProcessorTokenWebhookUpdateAcknowledged = "PROCESSOR_TOKEN.WEBHOOK_UPDATE_ACKNOWLEDGED";
    public const string Protect = "PROTECT";
    public const string ProtectProtectUserEvent = "PROTECT.PROTECT_USER_EVENT";
    public const string Screening = "SCREENING";
    public const string ScreeningStatusUpdated = "SCREENING.STATUS_UPDATED";
    public const string Statements = "STATEMENTS";
    public const string StatementsStatementsRefreshComplete = "STATEMENTS.STATEMENTS_REFRESH_COMPLETE";
    public const string Transactions = "TRANSACTIONS";
    public const string TransactionsDefaultUpdate = "TRANSACTIONS.DEFAULT_UPDATE";
    public const string TransactionsHistoricalUpdate = "TRANSACTIONS.HISTORICAL_UPDATE";
    public const string TransactionsInitialUpdate = "TRANSACTIONS.INITIAL_UPDATE";
    public const string TransactionsRecurringTransactionsUpdate = "TRANSACTIONS.RECURRING_TRANSACTIONS_UPDATE";
    public const string TransactionsSyncUpdatesAvailable = "TRANSACTIONS.SYNC_UPDATES_AVAILABLE";
    public const string TransactionsTransactionsRemoved = "TRANSACTIONS.TRANSACTIONS_REMOVED";
    public const string Transfer = "TRANSFER";
    public const string TransferPlatformOnboardingUpdate = "TRANSFER.PLATFORM_ONBOARDING_UPDATE";
    public const string TransferRecurringCancelled = "TRANSFER.RECURRING_CANCELLED";
    public const string TransferRecurringNewTransfer = "TRANSFER.RECURRING_NEW_TRANSFER";
    public const string TransferRecurringTransferSkipped = "TRANSFER.RECURRING_TRANSFER_SKIPPED";
    public const string TransferTransferEventsUpdate = "TRANSFER.TRANSFER_EVENTS_UPDATE";
    public const string Wallet = "WALLET";
    public const string WalletWalletTransactionStatusUpdate = "WALLET.WALLET_TRANSACTION_STATUS_UPDATE";
#pragma warning restore CS1591
}
