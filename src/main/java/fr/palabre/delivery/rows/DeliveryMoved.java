package fr.palabre.delivery.rows;

import fr.palabre.delivery.DeliveryId;
import fr.palabre.identity.WorkspaceId;

/** A person or a module moved a delivery: told on within the same transaction. */
public record DeliveryMoved(WorkspaceId workspace, DeliveryId delivery) {}
