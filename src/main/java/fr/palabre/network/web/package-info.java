/** Screens of the connected accounts: how they fare, connecting, what was not understood. */
@NullMarked
package fr.palabre.network.web;

import org.jspecify.annotations.NullMarked;
