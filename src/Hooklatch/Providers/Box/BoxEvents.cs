namespace Hooklatch.Providers;

/// <summary>
/// The names of Box's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: github.com/box/box-node-sdk, src/managers/webhooks.ts; developer.box.com/guides/webhooks/triggers; as of 2026-08-07. A name
/// that is newer is added with <see cref="KnownEventAttribute"/>.
/// </remarks>
public static class BoxEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string CollaborationAccepted = "COLLABORATION.ACCEPTED";
    public const string CollaborationCreated = "COLLABORATION.CREATED";
    public const string CollaborationRejected = "COLLABORATION.REJECTED";
    public const string CollaborationRemoved = "COLLABORATION.REMOVED";
    public const string CollaborationUpdated = "COLLABORATION.UPDATED";
    public const string CommentCreated = "COMMENT.CREATED";
    public const string CommentDeleted = "COMMENT.DELETED";
    public const string CommentUpdated = "COMMENT.UPDATED";
    public const string FileCopied = "FILE.COPIED";
    public const string FileDeleted = "FILE.DELETED";
    public const string FileDownloaded = "FILE.DOWNLOADED";
    public const string FileLocked = "FILE.LOCKED";
    public const string FileMoved = "FILE.MOVED";
    public const string FilePreviewed = "FILE.PREVIEWED";
    public const string FileRenamed = "FILE.RENAMED";
    public const string FileRestored = "FILE.RESTORED";
    public const string FileTrashed = "FILE.TRASHED";
    public const string FileUnlocked = "FILE.UNLOCKED";
    public const string FileUploaded = "FILE.UPLOADED";
    public const string FolderCopied = "FOLDER.COPIED";
    public const string FolderCreated = "FOLDER.CREATED";
    public const string FolderDeleted = "FOLDER.DELETED";
    public const string FolderDownloaded = "FOLDER.DOWNLOADED";
    public const string FolderMoved = "FOLDER.MOVED";
    public const string FolderRenamed = "FOLDER.RENAMED";
    public const string FolderRestored = "FOLDER.RESTORED";
    public const string FolderTrashed = "FOLDER.TRASHED";
    public const string MetadataInstanceCreated = "METADATA_INSTANCE.CREATED";
    public const string MetadataInstanceDeleted = "METADATA_INSTANCE.DELETED";
    public const string MetadataInstanceUpdated = "METADATA_INSTANCE.UPDATED";
    public const string SharedLinkCreated = "SHARED_LINK.CREATED";
    public const string SharedLinkDeleted = "SHARED_LINK.DELETED";
    public const string SharedLinkUpdated = "SHARED_LINK.UPDATED";
    public const string SignRequestCompleted = "SIGN_REQUEST.COMPLETED";
    public const string SignRequestDeclined = "SIGN_REQUEST.DECLINED";
    public const string SignRequestExpired = "SIGN_REQUEST.EXPIRED";
    public const string TaskAssignmentCreated = "TASK_ASSIGNMENT.CREATED";
    public const string TaskAssignmentUpdated = "TASK_ASSIGNMENT.UPDATED";
    public const string WebhookDeleted = "WEBHOOK.DELETED";
#pragma warning restore CS1591
}
