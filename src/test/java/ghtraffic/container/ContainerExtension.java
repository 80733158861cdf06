package ghtraffic.container;

import org.jboss.arquillian.core.spi.LoadableExtension;

/** Makes Arquillian prepare the server before it starts it. */
public final class ContainerExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(TestServer.class);
    }
}
