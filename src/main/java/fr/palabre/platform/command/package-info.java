/** The command line: {@code start}, {@code backup}, {@code restore}, {@code version}. */
@NullMarked
package fr.palabre.platform.command;

import org.jspecify.annotations.NullMarked;
