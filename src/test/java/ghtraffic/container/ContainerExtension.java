package ghtraffic.container;

import org.jboss.arquillian.core.spi.LoadableExtension;

/** Makes the server run before Arquillian looks for it, and most tests share what is deployed there. */
public final class ContainerExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(TestServer.class).observer(SharedDeployment.class);
    }
}
