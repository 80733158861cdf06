package ghtraffic.container;

import org.jboss.arquillian.container.spi.client.deployment.Deployment;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.context.annotation.DeploymentScoped;
import org.jboss.arquillian.container.spi.event.DeployDeployment;
import org.jboss.arquillian.container.spi.event.UnDeployDeployment;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jspecify.annotations.Nullable;

/** Deploys {@link TrafficWar#shared()} for the first test class, and reuses it for all others. */
final class SharedDeployment {

    /** Runs inside Arquillian's own observers, which open the context that stores the addresses. */
    private static final int INNER = -100;

    private static @Nullable ProtocolMetaData deployed;

    @Inject
    @DeploymentScoped
    @SuppressWarnings("NullAway.Init")
    private InstanceProducer<Deployment> current;

    @Inject
    @DeploymentScoped
    @SuppressWarnings("NullAway.Init")
    private InstanceProducer<DeploymentDescription> description;

    @Inject
    @DeploymentScoped
    @SuppressWarnings("NullAway.Init")
    private InstanceProducer<ProtocolMetaData> addresses;

    void deploy(@Observes(precedence = INNER) EventContext<DeployDeployment> context) {
        Deployment deployment = context.getEvent().getDeployment();
        if (deployed == null) {
            context.proceed();
            deployed = addresses.get();
        } else {
            description.set(deployment.getDescription());
            current.set(deployment);
            addresses.set(deployed);
            deployment.deployed();
        }
    }

    /** Leaves it deployed until the server ends. */
    void undeploy(@Observes(precedence = INNER) EventContext<UnDeployDeployment> context) {}
}
