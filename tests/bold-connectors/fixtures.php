<?php
// Reads the notation of fixtures/ (README.md) and walks through its steps.

declare(strict_types=1);

/** Prints a line for each step and the count as the last one; the exit status. */
function run_fixtures(array $files): int
{
    $passed = $failed = 0;
    foreach ($files as $file) {
        $known = ['token' => getenv('CHECKOUT_TOKEN') ?: 'demo-api-token', 'run' => bin2hex(random_bytes(4))];
        echo strtok(file_get_contents($file), "\n"), "\n";
        foreach (steps($file) as $step) {
            $wrong = walk($step, $known);
            echo $wrong === null ? '  ok  ' : '  NOT OK  ', $step['title'], $wrong === null ? '' : ": $wrong", "\n";
            $wrong === null ? $passed++ : $failed++;
        }
    }
    echo "$passed passed, $failed failed\n";
    return $failed === 0 ? 0 : 1;
}

function steps(string $file): array
{
    $steps = [];
    $way = 'magento2';
    foreach (file($file, FILE_IGNORE_NEW_LINES) as $line) {
        $last = count($steps) - 1;
        if ($line === '' || $line[0] === '#') {
            continue;
        } elseif (str_starts_with($line, '@ ')) {
            $way = substr($line, 2);
        } elseif (str_starts_with($line, '== ')) {
            $steps[] = ['title' => substr($line, 3), 'way' => $way, 'body' => null, 'expect' => []];
        } elseif (str_starts_with($line, '-> ')) {
            $steps[$last]['expect'][] = substr($line, 3);
        } elseif (isset($steps[$last]['method'])) {
            $steps[$last]['body'] = $line;
        } else {
            [$steps[$last]['method'], $steps[$last]['path']] = explode(' ', $line, 2);
        }
    }
    return $steps;
}

/** What is wrong with the answer; null when nothing is. */
function walk(array $step, array &$known): ?string
{
    $fill = fn (?string $text) => $text === null
        ? null
        : preg_replace_callback('/%(\w+)%/', fn ($name) => (string)($known[$name[1]] ?? $name[0]), $text);
    $token = $step['way'] === 'page' ? $known['jwt'] : $known['token'];
    $url = getenv('CHECKOUT_URL') . '/' . $fill($step['path']);
    [$status, $answer] = $step['way']($step['method'], $url, $token, $fill($step['body']));
    foreach ($step['expect'] as $expected) {
        if (ctype_digit($expected)) {
            if ($status !== (int)$expected) {
                return "status $status, not $expected: " . substr((string)json_encode($answer), 0, 300);
            }
        } elseif (preg_match('/^(\S+) as (\w+)$/', $expected, $match)) {
            $known[$match[2]] = at($answer, $match[1]);
            if ($known[$match[2]] === null) {
                return "$match[1] is missing: " . substr((string)json_encode($answer), 0, 300);
            }
        } elseif (preg_match('/^(\S+) = (.*)$/', $expected, $match)) {
            $value = at($answer, $match[1]);
            $text = is_bool($value) ? ($value ? 'true' : 'false') : (is_array($value) ? json_encode($value) : (string)$value);
            if ($text !== $fill($match[2])) {
                return "$match[1] is $text, not {$fill($match[2])}";
            }
        } elseif (at($answer, $expected) === null) {
            return "$expected is missing: " . substr((string)json_encode($answer), 0, 300);
        }
    }
    return null;
}

/** A value by its path: names and positions with dots between them. */
function at(?array $answer, string $path)
{
    foreach (explode('.', $path) as $part) {
        if (!is_array($answer) || !array_key_exists($part, $answer)) {
            return null;
        }
        $answer = $answer[$part];
    }
    return $answer;
}
