package fr.palabre.inbox;

import fr.palabre.testing.PalabreTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** The whole house, with a network of ours to talk on. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@PalabreTest
@Import({Parlour.class, Talk.class})
public @interface InboxTest {}
