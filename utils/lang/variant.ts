/** The scripts a text can be shown in: mainland simplified; traditional by OpenCC's standard, Taiwan's and Hong Kong's. */
export type ConversionTarget = 'cn' | 't' | 'tw' | 'hk';
