package ghtraffic.container;

import org.jboss.arquillian.core.spi.LoadableExtension;

/** Starts the server before Arquillian looks for it, and lets tests share one deployment. */
public final class ContainerExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(TestServer.class).observer(SharedDeployment.class);
    }
}
