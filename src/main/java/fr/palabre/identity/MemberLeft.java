package fr.palabre.identity;

/** A person no longer works in a brand: told in the transaction that took them out. */
public record MemberLeft(WorkspaceId workspace, UserId user) {}
