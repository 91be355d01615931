<?php
// Sends fixtures as the connectors' own PHP clients would: the same curl options, the same headers, the same bytes.

declare(strict_types=1);

require __DIR__ . '/fixtures.php';

const API_VERSION = '2022-10-14';

/** Magento 2: every method is a custom request, and even a GET has post fields: none, in an array. */
function magento2(string $method, string $url, string $token, ?string $body): array
{
    $curl = curl_init();
    curl_setopt($curl, CURLOPT_CUSTOMREQUEST, $method);
    curl_setopt($curl, CURLOPT_POSTFIELDS, $body ?? []);
    return send($curl, $url, [
        'Authorization: Bearer ' . $token,
        'Content-Type: application/json',
        'User-Agent: Bold-Platform-Connector-M2',
        'Bold-API-Version-Date: ' . API_VERSION,
        'Expect: ',
    ]);
}

/** Magento 1: POST is curl's own, the others are custom requests, and an empty body is none. */
function magento1(string $method, string $url, string $token, ?string $body): array
{
    $curl = curl_init();
    if ($method === 'POST') {
        curl_setopt($curl, CURLOPT_POST, 1);
    } elseif ($method !== 'GET') {
        curl_setopt($curl, CURLOPT_CUSTOMREQUEST, $method);
    }
    if ($body) {
        curl_setopt($curl, CURLOPT_POSTFIELDS, $body);
    }
    return send($curl, $url, [
        'Authorization: Bearer ' . $token,
        'Content-Type: application/json',
        'Bold-API-Version-Date:' . API_VERSION,
    ]);
}

/** The shopper's page. */
function page(string $method, string $url, string $token, ?string $body): array
{
    $curl = curl_init();
    curl_setopt($curl, CURLOPT_CUSTOMREQUEST, $method);
    curl_setopt($curl, CURLOPT_POSTFIELDS, $body ?? '');
    return send($curl, $url, ['Authorization: Bearer ' . $token, 'Content-Type: application/json']);
}

function send($curl, string $url, array $headers): array
{
    curl_setopt($curl, CURLOPT_URL, $url);
    curl_setopt($curl, CURLOPT_HTTPHEADER, $headers);
    curl_setopt($curl, CURLOPT_TIMEOUT, 60);
    curl_setopt($curl, CURLOPT_RETURNTRANSFER, 1);
    $answer = curl_exec($curl);
    $status = curl_getinfo($curl, CURLINFO_HTTP_CODE);
    if ($answer === false) {
        throw new RuntimeException(curl_error($curl));
    }
    curl_close($curl);
    return [$status, $answer === '' ? null : json_decode($answer, true)];
}

exit(run_fixtures(array_slice($argv, 1)));
