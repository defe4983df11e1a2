package fr.palabre.community;

import fr.palabre.identity.WorkspaceId;

/** Two profiles turned out to be the same person: what spoke of {@code gone} is {@code kept}'s. */
public record PeopleUnited(WorkspaceId workspace, PersonId kept, PersonId gone) {}
