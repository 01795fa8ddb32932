package org.cacharness.drivers;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.Key;
import java.security.KeyStoreSpi;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the store of Windows: a provider whose key store has, each time that it is loaded, what is in it by then. What was
 * loaded before does not change, as with SunMSCAPI.
 */
public final class StoreThatFills extends Provider {
    public static final String TYPE = "Stand-in-MY";

    private static final long serialVersionUID = 1L;

    private final transient IntFunction<List<X509Certificate>> contents;
    private final transient List<Integer> looks = new ArrayList<>();

    /**
     * A store.
     *
     * @param contents what is in it at the n-th look, from 1
     */
    public StoreThatFills(IntFunction<List<X509Certificate>> contents) {
        super("StandIn", "1", "a certificate store for tests");
        this.contents = contents;
        putService(new Service(this, "KeyStore", TYPE, Loaded.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) {
                return new Loaded();
            }
        });
    }

    /** The store, as the harness looks at it. */
    public CertificateStore store() {
        return CertificateStore.of(TYPE, this);
    }

    /** How often it was loaded. */
    public int looks() {
        return looks.size();
    }

    /** What was in it when it was loaded. */
    private final class Loaded extends KeyStoreSpi {
        private final Map<String, X509Certificate> entries = new LinkedHashMap<>();

        @Override
        public void engineLoad(InputStream stream, char[] password) {
            if (stream != null || password != null) {
                throw new AssertionError("expected a store that is looked at without a password");
            }
            looks.add(looks.size());
            entries.clear();
            for (X509Certificate certificate : contents.apply(looks.size())) {
                entries.put("entry " + entries.size(), certificate);
            }
        }

        @Override
        public Enumeration<String> engineAliases() {
            return Collections.enumeration(entries.keySet());
        }

        @Override
        public @Nullable Certificate engineGetCertificate(String alias) {
            return entries.get(alias);
        }

        @Override
        public boolean engineContainsAlias(String alias) {
            return entries.containsKey(alias);
        }

        @Override
        public int engineSize() {
            return entries.size();
        }

        @Override
        public boolean engineIsKeyEntry(String alias) {
            return false;
        }

        @Override
        public boolean engineIsCertificateEntry(String alias) {
            return entries.containsKey(alias);
        }

        @Override
        public Key engineGetKey(String alias, char[] password) {
            throw new AssertionError("a key was asked for");
        }

        @Override
        public Certificate[] engineGetCertificateChain(String alias) {
            throw untouched();
        }

        @Override
        public Date engineGetCreationDate(String alias) {
            throw untouched();
        }

        @Override
        public String engineGetCertificateAlias(Certificate certificate) {
            throw untouched();
        }

        @Override
        public void engineSetKeyEntry(String alias, Key key, char[] password, Certificate[] chain) {
            throw untouched();
        }

        @Override
        public void engineSetKeyEntry(String alias, byte[] key, Certificate[] chain) {
            throw untouched();
        }

        @Override
        public void engineSetCertificateEntry(String alias, Certificate certificate) {
            throw untouched();
        }

        @Override
        public void engineDeleteEntry(String alias) {
            throw untouched();
        }

        @Override
        public void engineStore(OutputStream stream, char[] password) {
            throw untouched();
        }

        private static AssertionError untouched() {
            return new AssertionError("the store was used for more than looking at certificates");
        }
    }
}
