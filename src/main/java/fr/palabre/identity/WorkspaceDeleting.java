package fr.palabre.identity;

/**
 * A brand is about to be deleted with all its rows: told in the transaction that does it, for those
 * who hold more than rows.
 */
public record WorkspaceDeleting(WorkspaceId workspace) {}
