// What is said to shoppers, in the languages that the form speaks.

const words = {
  en: {
    saved: 'Saved cards', other: 'Another card', keep: 'Save this card for next time', remove: 'Remove', expires: 'expires',
    failed: 'The payment could not be added. Try again.', unconfirmed: 'The payment was not confirmed. Try again or use another card.',
    offline: 'The connection was lost. Check it and try again; nothing is charged twice.', noGateway: 'This shop takes no cards here.',
    wallet: 'Pay with the test wallet', frame: 'Card details', details: 'Check the card details.',
  },
  fr: {
    saved: 'Cartes enregistrées', other: 'Une autre carte', keep: 'Enregistrer cette carte pour la prochaine fois', remove: 'Supprimer', expires: 'expire',
    failed: 'Le paiement n’a pas pu être ajouté. Réessayez.', unconfirmed: 'Le paiement n’a pas été confirmé. Réessayez ou utilisez une autre carte.',
    offline: 'La connexion a été perdue. Vérifiez-la et réessayez ; rien n’est débité deux fois.', noGateway: 'Cette boutique n’accepte pas de carte ici.',
    wallet: 'Payer avec le portefeuille de test', frame: 'Détails de la carte', details: 'Vérifiez les détails de la carte.',
  },
  de: {
    saved: 'Gespeicherte Karten', other: 'Andere Karte', keep: 'Diese Karte für das nächste Mal speichern', remove: 'Entfernen', expires: 'gültig bis',
    failed: 'Die Zahlung konnte nicht hinzugefügt werden. Versuchen Sie es noch einmal.', unconfirmed: 'Die Zahlung wurde nicht bestätigt. Versuchen Sie es noch einmal oder nehmen Sie eine andere Karte.',
    offline: 'Die Verbindung ist abgebrochen. Prüfen Sie sie und versuchen Sie es noch einmal; nichts wird doppelt berechnet.', noGateway: 'Dieser Shop nimmt hier keine Karten.',
    wallet: 'Mit der Test-Wallet zahlen', frame: 'Kartendaten', details: 'Prüfen Sie die Kartendaten.',
  },
  es: {
    saved: 'Tarjetas guardadas', other: 'Otra tarjeta', keep: 'Guardar esta tarjeta para la próxima vez', remove: 'Quitar', expires: 'caduca',
    failed: 'No se pudo añadir el pago. Inténtelo de nuevo.', unconfirmed: 'El pago no se confirmó. Inténtelo de nuevo o use otra tarjeta.',
    offline: 'Se perdió la conexión. Compruébela e inténtelo de nuevo; nada se cobra dos veces.', noGateway: 'Esta tienda no acepta tarjetas aquí.',
    wallet: 'Pagar con la cartera de prueba', frame: 'Datos de la tarjeta', details: 'Compruebe los datos de la tarjeta.',
  },
};

const languageOf = (wanted) => {
  const short = String(wanted ?? '').slice(0, 2).toLowerCase();
  return Object.hasOwn(words, short) ? short : 'en';
};
